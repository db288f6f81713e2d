#include <catch2/catch.hpp>

#include "tests/guidelines/findings.h"

using namespace meso::test;

namespace {

Findings found(std::string plan) { return findings_of("starved-group", std::move(plan)); }

const Findings kError{"error starved-group"}, kWarning{"warning starved-group"};

// Two lifts by turns, so many days from one session to the next.
std::string by_turns(const std::string& days, const std::string& level = "intermediate",
                     const std::string& names = "deadlift, lateral raise") {
  const std::string first = names.substr(0, names.find(','));
  const std::string second = names.substr(names.find(',') + 2);
  return "plan \"By turns\"\n  level " + level + "\n  guidelines 2026\n  familiar " + names +
         "\n  goal e1RM of " + first +
         " + 5% by end of \"Base\"\n  track sleep, energy\n\nrule add(step)\n  when all sets done "
         "then load + step\n"
         "  when missed twice in a row then load x 90%\n\nblock \"Base\" 3 rotations if ready\n"
         "  session \"One\"\n    at least " +
         days + " after last session\n    " + first +
         " 2x5 @ RIR 3 add(2.5%)\n  session \"Two\"\n    at least " + days +
         " after last session\n    " + second + " 3x12 @ RIR 2 add(2.5%)\n";
}

}  // namespace

TEST_CASE("starved group: ten days, and the next day that turns allow", "[guidelines]") {
  CHECK(found(by_turns("5 days")) == kNothing);                  // ten
  CHECK(found(by_turns("6 days")) == Findings(2, kWarning[0]));  // twelve, of both sessions
  CHECK(found(by_turns("7 days")) == Findings(2, kWarning[0]));  // fourteen
  CHECK(found(by_turns("8 days")) == Findings(2, kError[0]));    // sixteen
  CHECK(found(by_turns("120 h")) == kNothing);
  CHECK(found(by_turns("144 h", "advanced", "leg press, barbell curl")) ==
        Findings(2, kWarning[0]));
}

TEST_CASE("starved group: says which, how long, and what the bound is", "[guidelines]") {
  const std::string text = said(by_turns("8 days"));
  CHECK(says(text, "16 days without training"));
  CHECK(says(text, "the bound is 14 days"));
}

TEST_CASE("starved group: a group that is worked once isn't starved", "[guidelines]") {
  CHECK(found(with(by_turns("8 days"), "3 rotations", "1 rotation")) == kNothing);
}
