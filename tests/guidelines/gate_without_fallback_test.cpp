#include <catch2/catch.hpp>

#include "tests/guidelines/findings.h"

using namespace meso::test;

namespace {

const Findings kFinds{"error gate-without-fallback"};

// The good plan with these clauses in its gate. Its one session comes back after a week, which
// would be long enough without a gate.
std::string gate(const std::string& clauses) {
  return with(good_example("gate-without-fallback"),
              "  train when soreness <= 2 and energy >= 3\n  recover otherwise\n", clauses);
}

Findings found(std::string plan) { return findings_of("gate-without-fallback", std::move(plan)); }

}  // namespace

TEST_CASE("gate: every check-in needs a verdict", "[guidelines]") {
  CHECK(found(gate("  train when soreness <= 2\n  recover when soreness > 2\n")) ==
        kFinds);  // unanswered
  CHECK(says(said(gate("  train when soreness <= 2\n  recover when soreness > 2\n")),
             "what if: soreness not answered?"));
  CHECK(found(gate("  train when soreness <= 2\n  recover when soreness > 3\n  recover when not "
                   "soreness >= 0\n"))
            .front() == kFinds.front());
  CHECK(found(gate("  train when soreness <= 2\n  recover otherwise\n")) == kNothing);
}

TEST_CASE("gate: `not` of an unanswered question doesn't hold either", "[guidelines]") {
  CHECK(found(gate("  train when soreness <= 2\n  recover when not soreness <= 2\n")) == kFinds);
}

TEST_CASE("gate: a missing value is shown", "[guidelines]") {
  CHECK(says(said(gate("  recover when not soreness <= 4\n  train when soreness <= 2\n  swap when "
                       "soreness = 4\n")),
             "what if: soreness 3"));
}

TEST_CASE("gate: a clause that nothing reaches", "[guidelines]") {
  CHECK(found(gate(
            "  train when soreness <= 2\n  recover when soreness <= 1\n  recover otherwise\n")) ==
        kFinds);
  CHECK(found(gate(
            "  train when soreness <= 1\n  recover when soreness <= 2\n  recover otherwise\n")) ==
        kNothing);
  // Lasting five days means having lasted three, and holding today.
  CHECK(found(gate("  recover when soreness >= 3 for 3 days\n  refer when soreness >= 3 for 5 "
                   "days\n  train when soreness <= 2\n  recover otherwise\n")) == kFinds);
  CHECK(found(gate("  refer when soreness >= 3 for 5 days\n  recover when soreness >= 3 for 3 "
                   "days\n  train when soreness <= 2\n  recover otherwise\n")) == kNothing);
  // The worst group anywhere is never below the worst group trained.
  CHECK(found(gate("  recover when soreness anywhere <= 2 and soreness >= 3\n  train when "
                   "soreness <= 2\n  recover otherwise\n")) == kFinds);
  // The functional questions are asked from three up: below, they count as no.
  CHECK(found(gate("  swap when soreness impairs and soreness <= 2\n  train when soreness <= "
                   "2\n  recover otherwise\n")) == kFinds);
  CHECK(found(gate("  swap when soreness impairs and soreness <= 3\n  train when soreness <= "
                   "2\n  recover otherwise\n")) == kNothing);
}

TEST_CASE("gate: `otherwise` may not train", "[guidelines]") {
  CHECK(found(gate("  recover when soreness >= 3\n  train otherwise\n")) == kFinds);
  CHECK(found(gate("  recover when soreness >= 3\n  lighten sets x 50% otherwise\n")) == kFinds);
  CHECK(found(gate("  train when soreness <= 2\n  refer otherwise\n")) == kNothing);
  CHECK(found(gate("  train when soreness <= 2\n  swap otherwise\n")) == kNothing);
}

TEST_CASE("gate: silence never trains", "[guidelines]") {
  const std::string silent =
      gate("  recover when soreness >= 3\n  train when pain is none\n  recover otherwise\n");
  CHECK(says(said(silent), "this clause trains an athlete who answered nothing"));
  // The days off are counted, not asked.
  CHECK(says(
      said(gate("  recover when soreness >= 3\n  train when days off >= 2\n  recover otherwise\n")),
      "answered nothing"));
  CHECK(found(gate("  train when soreness <= 2 and pain is none\n  recover otherwise\n")) ==
        kNothing);
}

TEST_CASE("gate: `or` needs only one of its answers", "[guidelines]") {
  CHECK(found(gate("  recover when soreness >= 3 or energy <= 2\n  train when soreness <= 2 and "
                   "energy >= 3\n  recover otherwise\n")) == kNothing);
  CHECK(found(gate("  recover when soreness >= 3 or soreness <= 2\n  train when soreness <= 2\n "
                   " recover otherwise\n"))
            .size() == 1);
}

TEST_CASE("gate: own signals, other names, other order", "[guidelines]") {
  CHECK(found(R"(plan "By feel"
  units lb
  guidelines 2026
  level advanced
  familiar barbell row
  signal grip "How strong is your grip?" 1-10, higher is better
  goal e1RM of barbell row + 4% by end of "Row"

block "Row" 6 weeks if fresh
  session "Pull"
    barbell row 5x5 @ RPE 8 start 185 lb up(5 lb)

rule up(by)
  when missed 3 times in a row then load x 90%
  when all sets done then load + by

gate fresh
  swap when grip <= 3
  train when soreness <= 2 and grip >= 5
)") == kFinds);
}

TEST_CASE("gate: an exception with its reason", "[guidelines]") {
  const std::string plan =
      with(bad_example("gate-without-fallback"), "  guidelines 2026\n",
           "  guidelines 2026\n  allow gate-without-fallback \"the coach stands beside\"\n");
  CHECK(found(plan) == kNothing);
}
