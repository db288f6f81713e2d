#include <catch2/catch.hpp>

#include "tests/guidelines/findings.h"

using namespace meso::test;

namespace {

Findings found(std::string plan) { return findings_of("stall-branch-missing", std::move(plan)); }

const Findings kError{"error stall-branch-missing"};

// The bad example with further clauses, and so many weeks.
std::string rule(const std::string& clauses, int weeks = 6) {
  return with(with(bad_example("stall-branch-missing"), "then load + step\n",
                   "then load + step\n" + clauses),
              "6 weeks", std::to_string(weeks) + " weeks");
}

// Three weeks of the same sets, each so much heavier; what comes behind the block's line.
std::string planned(const std::string& weeks, const std::string& follow = "") {
  return R"(plan "Up by the calendar"
  level advanced
  units lb
  guidelines 2026
  input 1RM of bench press default 225 lb
  familiar bench press
  goal 1RM of bench press + 2% by end of "Cycle"
  track energy, sleep

rule brake()
  when any lift missed twice in a row then end block, notify coach

block "Cycle" 3 weeks if ready
)" + follow +
         weeks +
         R"(  session "Press"
    bench press 4x5 70% @ RPE 7
)";
}

}  // namespace

TEST_CASE("stall branch: two exposures and three", "[guidelines]") {
  CHECK(found(rule("", 2)) == kNothing);
  CHECK(found(rule("", 3)) == kError);
  CHECK(says(said(rule("", 3)), "makes back squat harder and never easier, 3 times over"));
}

TEST_CASE("stall branch: what answers missed sets, and what doesn't", "[guidelines]") {
  for (const char* answer :
       {"  when missed 3 times in a row then load x 90%, notify coach\n",
        "  when worse than last twice in a row then load - 5 kg, notify coach\n",
        "  when reps of last set < 4 then reps to bottom of range, notify coach\n",
        "  otherwise load x 95%, notify coach\n", "  when missed then end block\n"})
    CHECK(found(rule(answer)) == kNothing);
  for (const char* none :
       {"  otherwise hold\n", "  when missed then hold\n", "  when still sore then load x 90%\n",
        "  when reps of last set >= 9 then reps to bottom of range\n"})
    CHECK(found(rule(none)) == kError);
}

TEST_CASE("stall branch: a rule that is followed answers for the lines of its block",
          "[guidelines]") {
  const std::string followed = with(
      with(bad_example("stall-branch-missing"), "block \"Base\" 6 weeks if ready\n",
           "block \"Base\" 6 weeks if ready\n  follow fatigue()\n"),
      "rule add(step)",
      "rule fatigue()\n  when any lift missed twice in a row then end block\n\nrule add(step)");
  CHECK(found(followed) == kNothing);
}

TEST_CASE("stall branch: two cuts and three", "[guidelines]") {
  const std::string cuts = "  when missed twice in a row then load x 90%\n";
  CHECK(found(rule(cuts, 5)) == kNothing);
  CHECK(found(rule(cuts, 6)) == kError);
  CHECK(says(said(rule(cuts, 6)), "cuts back squat a third time, and nothing else changes"));
  CHECK(says(said(rule(cuts, 6)), "it is session 6 of the plan"));
  CHECK(found(good_example("stall-branch-missing")) == kNothing);
}

TEST_CASE("stall branch: other names, order and units", "[guidelines]") {
  const std::string other = R"(plan "Arms"
  level novice
  units lb
  guidelines 2026
  familiar barbell curl, triceps pushdown
  goal e1RM of barbell curl + 5% by end of "Ten"
  track energy, sleep

block "Ten" 10 rotations if ready
  week 5 deload sets x 50%, RIR + 2
  session "Arms"
    at least 3 days after last session
    barbell curl 3x8-12 @ RPE 7 grow(5%)
    triceps pushdown 3x8-12 @ RPE 7 grow(5%)

rule grow(by)
  when all sets reach top of range then reps to bottom of range, load + by
)";
  CHECK(found(other) == kError);
  CHECK(says(said(other), "9 times over"));
  CHECK(says(said(other), "the same goes for triceps pushdown"));
}

TEST_CASE("stall branch: loads that the plan itself raises", "[guidelines]") {
  const std::string weeks = "  week 2 load + 5 lb\n  week 3 load + 10 lb\n";
  CHECK(found(planned(weeks)) == Findings{"error stall-branch-missing"});
  CHECK(says(said(planned(weeks)), "the plan raises bench press for 3 weeks in a row"));
  CHECK(found(planned(weeks, "  follow brake()\n")) == kNothing);
  const std::string step = "  week 3 load + 5 lb\n";  // once: two exposures
  CHECK(found(planned(step, "  follow brake()\n")) == kNothing);
  CHECK_FALSE(says(said(planned(step)), "stall-branch-missing"));
  const std::string wave = "  week 2 load + 5 lb, reps - 1\n  week 3 load + 10 lb, reps - 2\n";
  CHECK_FALSE(says(said(planned(wave)), "stall-branch-missing"));  // a trade
}
