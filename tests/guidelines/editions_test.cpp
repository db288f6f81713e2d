// A second, made-up edition: a plan keeps the one that it names.
#include <array>
#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "tests/support/compile_text.h"

namespace meso::test {
namespace {

constexpr Threshold k2026[] = {{"at most", 5, "sets", {1, 10}, "made up"}};
constexpr Threshold k2027[] = {{"at most", 3, "sets", {1, 10}, "made up"}};
constexpr GuidelineEdition kEditions[] = {{2026, k2026}, {2027, k2027, Severity::warning}};
constexpr GuidelineEdition kOnlyLater[] = {{2027, {}}};

// Finds every session with more sets on its first line than the edition allows.
void count_sets(GuidelineCheck& check) {
  for (const Block& block : check.plan.blocks)
    for (const Session& session : block.sessions) {
      const int sets = session.lines.front().stages.front().groups.front().sets.low;
      if (Decimal::whole(sets) > check.threshold("at most"))
        check.report(session.source,
                     std::to_string(sets) + " > " + check.threshold("at most").text());
    }
}
void always(GuidelineCheck& check) { check.report(check.plan.source, "here"); }

Guideline made_up(std::string_view name, std::span<const GuidelineEdition> editions,
                  void (*check)(GuidelineCheck&)) {
  return {.name = name,
          .code = "M998",
          .category = "made up",
          .severity = Severity::error,
          .fixed = false,
          .evidence = Evidence::convention,
          .summary = "",
          .why = "",
          .sources = "",
          .critics = "",
          .editions = editions,
          .bad = "",
          .good = "",
          .check = check};
}

// "error sets: 4 > 3", of the made-up guidelines alone.
std::vector<std::string> findings(int edition, int sets, const GuidelineSettings& settings = {}) {
  std::array<Edition, 2> editions = {*edition_of(2026), *edition_of(2026)};
  editions[1].year = 2027;
  const Guideline first = made_up("sets", kEditions, count_sets);
  const Guideline later = made_up("later", kOnlyLater, always);
  const std::array<const Guideline*, 2> guidelines = {&first, &later};
  CompileOptions options;
  options.editions = editions;
  options.guidelines = guidelines;
  options.settings = std::make_shared<const GuidelineSettings>(settings);
  const CompiledText plan = compile_text(
      "plan \"P\"\n  guidelines " + std::to_string(edition) +
          "\nblock \"B\" 2 weeks\n  session \"A\"\n    back squat " + std::to_string(sets) + "x5\n",
      "plan.meso", MemoryFileSystem(), options);
  std::vector<std::string> out;
  for (const Diagnostic& d : plan.sink.all())
    if (d.kind.code == "M998" || !d.is_guideline)
      out.push_back(std::string(text(d.kind.severity)) + " " + std::string(d.kind.name) + ": " +
                    d.message);
  return out;
}

using Found = std::vector<std::string>;

}  // namespace

TEST_CASE("editions: a plan is held against the thresholds of the one that it names",
          "[guidelines]") {
  CHECK(findings(2026, 4).empty());
  CHECK(findings(2026, 6) == Found{"error sets: 6 > 5"});
  CHECK(findings(2027, 4) == Found{"error later: here", "warning sets: 4 > 3"});
}

TEST_CASE("editions: a guideline isn't in those before its first", "[guidelines]") {
  CHECK(findings(2026, 3).empty());
  CHECK(findings(2027, 3) == Found{"error later: here"});
}

TEST_CASE("editions: what a project sets stands above the edition's", "[guidelines]") {
  GuidelineSettings settings;
  settings.thresholds[{"sets", "at most"}] = {Decimal::whole(4), "meso.yaml:1"};
  settings.severities["later"] = {std::nullopt, "meso.yaml:2"};
  CHECK(findings(2027, 4, settings).empty());
  CHECK(findings(2027, 5, settings) == Found{"warning sets: 5 > 4"});
  settings.severities["sets"] = {Severity::note, "meso.yaml:3"};
  CHECK(findings(2027, 5, settings) == Found{"note sets: 5 > 4"});
}

TEST_CASE("editions: one that nobody knows is an error that names those there are",
          "[guidelines]") {
  const CompiledText plan = compile_text(
      "plan \"P\"\n  guidelines 2031\nblock \"B\" 1 week\n"
      "  session \"A\"\n    back squat 3x5\n");
  CHECK(plan.has("unknown-edition"));
}

TEST_CASE("editions: the project's is asked of every plan", "[guidelines]") {
  std::array<Edition, 2> editions = {*edition_of(2026), *edition_of(2026)};
  editions[1].year = 2027;
  CompileOptions options;
  options.editions = editions;
  options.edition = Setting<int>{2027, {}};
  const auto with = [&](const std::string& line) {
    return compile_text("plan \"P\"\n" + line +
                            "block \"B\" 1 week\n  session \"A\"\n    back squat "
                            "3x5\n",
                        "plan.meso", MemoryFileSystem(), options);
  };
  CHECK(with("").compiled.edition->year == 2027);
  CHECK_FALSE(with("").has("missing-edition"));
  CHECK_FALSE(with("  guidelines 2027\n").has("other-edition"));
  const CompiledText other = with("  guidelines 2026\n");
  CHECK(other.has("other-edition"));
  CHECK(other.compiled.edition->year == 2026);  // it keeps the one that it names
  CHECK(other.compiled.guidelines_checked);
}

}  // namespace meso::test
