// The examples of the keyword table, each compiled where its line belongs.
#include <catch2/catch.hpp>
#include <string>

#include "compiler/syntax/line_kinds.h"
#include "tests/support/compile_text.h"

namespace meso::test {
namespace {

// Definitions that examples lean on, and a block to repeat.
std::string plan_with(const std::string& head, const std::string& below_session) {
  return "plan \"P\"\n" + head +
         "input 1RM of back squat, bench press\n"
         "rule fatigue()\n  when week ends and energy <= 2 for 7 days then hold\n"
         "block \"Accumulation\" 5 weeks if ready\n"
         "session \"B\"\ndeadlift 1x5\ndip 3x5\n"
         "session \"A\"\nback squat 3x6-8 @ RIR 2\n" +
         below_session;
}

// Lines that open a section need something below them, and lines below one need it above them.
std::string whole_plan(LineKind kind, const std::string& line) {
  const std::string text = line + "\n";
  const std::string double_rule = "rule double(step)\n  when all sets done then load + step\n";
  switch (kind) {
    case LineKind::plan: return text + plan_with("", "").substr(9);
    case LineKind::library: return text + "rule r()\n  when all sets done then hold\n";
    case LineKind::gate: return plan_with(text + "recover otherwise\n", "");
    case LineKind::gate_clause:
      return plan_with("gate g\n" + text + "recover otherwise\n", "session \"C\" if g\ndip 3x5\n");
    case LineKind::rule: return plan_with(text + "when missed then load x 90%\n", "");
    case LineKind::rule_clause: return plan_with("rule r()\n" + text, "");
    case LineKind::stage: return plan_with("scheme s\nstage 1 5x5\n" + text, "");
    case LineKind::returns: return plan_with(text + "week 1 sets x 50%\n", "");
    case LineKind::week:
      return plan_with("", "block \"X\" 2 weeks\n" + text + "session \"C\"\ndip 3x5\n");
    case LineKind::block:
      return plan_with("", "").substr(0, 0) + "plan \"P\"\n" + text + "session \"A\"\ndip 3x5\n";
    case LineKind::session: return plan_with("", text + "dip 3x5\n");
    case LineKind::on:
    case LineKind::prefer:
    case LineKind::wait: return plan_with("", "session \"C\"\n" + text + "dip 3x5\n");
    case LineKind::repeat: return plan_with("", "block \"X\" 1 week\n" + text);
    case LineKind::replace:
    case LineKind::drop:
      return plan_with("", "block \"X\" 1 week\nrepeat \"Accumulation\"\n" + text);
    case LineKind::exercise: return plan_with(double_rule, text);
    case LineKind::week_sets:
    case LineKind::warm_up:
    case LineKind::note:
    case LineKind::allow: return plan_with("", text);
    case LineKind::follow:
      return plan_with("", "block \"X\" 1 week\n" + text + "session \"C\"\ndip 3x5\n");
    default: return plan_with(text, "");
  }
}

}  // namespace

TEST_CASE("each keyword's example compiles, and is a line of its kind") {
  for (const std::string_view opener : openers()) {
    const auto words = keyword(opener);
    INFO(opener);
    CHECK(!words.empty());
    for (const KeywordInfo& word : words) {
      MemoryFileSystem library;
      library.add("lib/gates.meso", "library \"L\"\nrule r()\n  otherwise hold\n");
      const CompiledText plan =
          compile_text(whole_plan(word.kind, std::string(word.example)), "plan.meso", library);
      INFO(plan.rendered());
      for (const Diagnostic& d : plan.sink.all())
        CHECK((d.is_guideline || d.kind.severity != Severity::error));
      CHECK(!word.meaning.empty());
      bool found = false;
      for (const Statement& s : plan.compiled.tree.statements)
        found = found || (s.kind == word.kind &&
                          plan.sources.text(plan.compiled.tree.span_of(s)) == word.example);
      CHECK(found);
    }
  }
}

TEST_CASE("every kind of line has its meaning in the table") {
  for (auto kind = LineKind::plan; kind != LineKind::blank;
       kind = static_cast<LineKind>(static_cast<int>(kind) + 1)) {
    INFO(info(kind).name);
    CHECK(!info(kind).meaning.empty());
    CHECK(!info(kind).example.empty());
  }
}

}  // namespace meso::test
