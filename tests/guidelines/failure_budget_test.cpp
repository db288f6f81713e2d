#include <catch2/catch.hpp>

#include "tests/guidelines/findings.h"

using namespace meso::test;

namespace {

Findings found(std::string plan) { return findings_of("failure-budget", std::move(plan)); }

const Findings kFinds{"warning failure-budget"};

// The good plan with these sets in each of its three sessions.
std::string sets(const std::string& sets) {
  return with(good_example("failure-budget"), "3x8-12 @ RIR 2, 1x8-12 @ RIR 0", sets);
}

}  // namespace

TEST_CASE("failure: a quarter of a week's sets, and one set more", "[guidelines]") {
  CHECK(found(sets("3x8-12 @ RIR 2, 1x8-12 @ RIR 0")) == kNothing);  // 3 of 12
  const std::string one_more =
      with(good_example("failure-budget"),
           "  session \"Two\"\n    leg extension 3x8-12 @ RIR 2, 1x8-12 @ RIR 0 double(2.5%)",
           "  session \"Two\"\n    leg extension 2x8-12 @ RIR 2, 2x8-12 @ RIR 0 as two "
           "double(2.5%)");
  CHECK(found(one_more) == kFinds);  // 4 of 12
  CHECK(says(said(one_more), "quads: 4 of 12 hard sets a week go to failure"));
  CHECK(found(sets("4x8-12 @ RIR 1")) == kNothing);
}

TEST_CASE("failure: ten sets with their gap may all go there, eleven not", "[guidelines]") {
  const std::string few = R"(plan "Few"
  level intermediate
  guidelines 2026
  familiar leg extension, lying leg curl
  goal e1RM of leg extension + 5% by end of "Base"
  track sleep, energy
rule double(step)
  when all sets reach top of range then load + step, reps to bottom of range
  when missed twice in a row then load x 90%, notify coach
block "Base" 4 weeks if ready
  session "One"
    leg extension 5x8-12 to failure double(2.5%)
  session "Two"
    leg extension 5x8-12 to failure double(2.5%)
)";
  CHECK(found(few) == kNothing);
  CHECK(found(with(few, "5x8-12 to failure double", "5x8-12 to failure as own double")) ==
        kNothing);
  CHECK(found(with(with(few, "session \"Two\"\n    leg extension 5x8-12",
                        "session \"Two\"\n    leg extension 6x8-12"),
                   "6x8-12 to failure double", "6x8-12 to failure as two double")) == kFinds);
}

TEST_CASE("failure: in all its forms", "[guidelines]") {
  CHECK(found(sets("4xF")) == kFinds);
  CHECK(found(sets("4x10 @ RPE 10")) == kFinds);
  CHECK(found(sets("4x10 @ RIR 0")) == kFinds);
  CHECK(found(sets("4x8+ @ RIR 2")) == kNothing);  // the last set stops there
  CHECK(found(with(sets("4x10 @ RIR 1"), "double(2.5%)", "myo-reps 3x4 double(2.5%)")) == kFinds);
}

TEST_CASE("failure: a novice takes no loaded lift over several joints there", "[guidelines]") {
  const auto novice = [](const std::string& line) {
    return R"(plan "First months"
  level novice
  guidelines 2026
  familiar back squat, leg extension, push up
  goal e1RM of back squat + 5% by end of "Base"
  track sleep, energy
rule double(step)
  when all sets reach top of range then load + step, reps to bottom of range
  when missed twice in a row then load x 90%, notify coach
rule reps()
  when all sets done then reps + 1, up to 20
block "Base" 4 weeks if ready
  session "One"
    back squat 3x8-10 @ RIR 3 double(2.5%)
    )" + line +
           "\n";
  };
  CHECK(found(novice("leg extension 1x8-12 to failure double(2.5%)")) == kNothing);
  CHECK(found(novice("back squat 1x8-12 to failure as last double(2.5%)")) == kFinds);
  CHECK(says(said(novice("back squat 1x8-12 to failure as last double(2.5%)")),
             "back squat goes to failure, and the plan is for a novice"));
  CHECK(found(novice("push up 1x8 to failure reps()")) == kNothing);  // no load
}

TEST_CASE("failure: other names, order and units change nothing", "[guidelines]") {
  CHECK(found(R"(plan "Arms"
  track mood, stress
  units lb
  familiar preacher curl
  guidelines 2026
  goal e1RM of preacher curl + 5 lb by end of "Arms"
rule up(pounds)
  when missed twice in a row then load x 90%, notify coach
  when all sets reach top of range then load + pounds, reps to bottom of range
block "Arms" 3 weeks if ready
  session "B"
    preacher curl 6x10-12 @ RPE 10 start 50 lb up(5 lb)
  session "A"
    preacher curl 6x10-12 @ RPE 10 start 50 lb up(5 lb)
)") == kFinds);
}
