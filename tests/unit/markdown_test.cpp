#include <catch2/catch.hpp>
#include <string>

#include "compiler/sheets/back_ends.h"
#include "tests/support/sheet_plans.h"

namespace meso::test {
namespace {

std::string markdown(const Plan& plan,
                     std::optional<std::vector<std::string>> findings = std::nullopt) {
  const Edition& edition = *edition_of(2026);
  const NominalPath path = nominal_path(plan, edition, nullptr);
  SheetRequest request{plan, edition, nullptr, path, Paper::any, std::move(findings), 1};
  return to_markdown(make_document(request));
}

bool has(const std::string& text, std::string_view what) {
  return text.find(what) != std::string::npos;
}

TEST_CASE("a week in Markdown: gate, cards, rules, stop list") {
  const std::string text = markdown(four_day_gated());
  CHECK(has(text, "# Four days, recovery decides\n"));
  CHECK(has(text, "## Accumulation, Week 1 of 5\n"));
  CHECK(has(text, "Order: \u2610 1 Lower A \u2192 \u2610 2 Upper A"));
  CHECK(has(text,
            "3. soreness hampers you, soreness 4 or more, or dull pain \u2192 **do the next "
            "session of this week whose muscles are ready**"));
  CHECK(has(text, "### 1 Lower A\n"));
  CHECK(has(text, "| A1 lying leg curl | 3 x 10-15 |"));
  CHECK(has(text, "all sets reach 10: +2.5 kg (double) |"));
  CHECK(has(text, "- back squat: Stop every set when the bar slows, not when it stops."));
  CHECK(has(text, "### Stop"));
  CHECK(has(text, "Soreness is never a target"));
  CHECK(text.back() == '\n');
}

TEST_CASE("text from a plan can't become Markdown") {
  Plan plan = four_day_gated();
  plan.name = "- a | b * c # d <e> `f` [g](h)\n# i";
  plan.notes = {"1. one", "+ two", "= three", "![x](y) $z$"};
  plan.blocks[BlockId{0}].sessions[0].name = "| x |";
  const std::string text = markdown(plan);
  CHECK(has(text, "# \\- a \\| b \\* c \\# d \\<e\\> \\`f\\` \\[g\\](h) \\# i\n"));
  CHECK(has(text, "> 1\\. one"));
  CHECK(has(text, "> \\+ two"));
  CHECK(has(text, "> \\= three"));
  CHECK(has(text, "> \\!\\[x\\](y) \\$z\\$"));
  CHECK(has(text, "### 1 \\| x \\|\n"));
}

TEST_CASE("every table row has as many cells as its head") {
  Plan plan = four_day_gated();
  plan.exercises[ExerciseId{0}].name = "a | b";
  const std::string text = markdown(plan);
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = text.find('\n', at);
    const std::string line = text.substr(at, end - at);
    at = end + 1;
    if (line.empty() || line[0] != '|') continue;
    std::size_t bars = 0;
    for (std::size_t i = 0; i < line.size(); ++i)
      if (line[i] == '|' && (i == 0 || line[i - 1] != '\\')) ++bars;
    CHECK(bars == 7);
  }
}

TEST_CASE("a draft in Markdown says so") {
  const std::string text = markdown(four_day_gated(), std::vector<std::string>{"mend <this>"});
  CHECK(has(text, "**DRAFT**"));
  CHECK(has(text, "- mend \\<this\\>"));
}

TEST_CASE("a known load is printed, another is a blank") {
  const std::string text = markdown(strong_lifts());
  CHECK(has(text, "| back squat | 5 x 5 | 20 kg |"));
  CHECK(has(markdown(four_day_gated()), "| back squat | 3 x 6-8 | \\_\\_\\_\\_ |"));
}

}  // namespace
}  // namespace meso::test
