#include <catch2/catch.hpp>

#include "tests/guidelines/findings.h"

using namespace meso::test;

namespace {

Findings found(std::string plan) { return findings_of("rep-intensity-mismatch", std::move(plan)); }

const Findings kFinds{"error rep-intensity-mismatch"};

std::string sets(const std::string& sets) {
  return with(good_example("rep-intensity-mismatch"), "5x10 62.5%", sets);
}

}  // namespace

TEST_CASE("reps and percent: up to 1.6 times what Epley expects", "[guidelines]") {
  // 75 %: 10 are expected, 16 are the bound.
  CHECK(found(sets("3x16 75%")) == kNothing);
  CHECK(found(sets("3x17 75%")) == kFinds);
  CHECK(says(said(sets("3x17 75%")), "17 reps at 75% of 1RM, where about 10 can be expected"));
  // 80 %: 7.5 are expected, 12 are the bound; and so down to a single percent.
  CHECK(found(sets("3x12 80%")) == kNothing);
  CHECK(found(sets("3x12 81%")) == kFinds);
}

TEST_CASE("reps and percent: singles, ranges and what stands open", "[guidelines]") {
  CHECK(found(sets("3x1 100%")) == kNothing);
  CHECK(found(sets("3x2 100%")) == kFinds);
  CHECK(found(sets("3x12-20 80%")) == kNothing);  // twelve will do
  CHECK(found(sets("3x13 75-85%")) == kNothing);  // at 75 %
  CHECK(found(sets("3x5+ 85%")) == kNothing);
  CHECK(found(sets("3x9+ 85%")) == kFinds);
  CHECK(found(sets("3xmax 85%")) == kNothing);
  CHECK(found(with(sets("3x12 85%"), "add(2.5%)", "cluster 4x3 rest 20 s add(2.5%)")) == kNothing);
}

TEST_CASE("reps and percent: of what", "[guidelines]") {
  const auto of = [](const std::string& reference, const std::string& prescribed) {
    return with(with(sets(prescribed), "input 1RM of", "input " + reference + " of"), "1RM +",
                reference + " +");
  };
  const auto max = [&](const std::string& prescribed) {
    return with(of("training max", prescribed), "1RM x", "training max x");
  };
  // 90 % of a training max is 81 % of 1RM.
  CHECK(found(max("3x12 88%")) == kNothing);
  CHECK(found(max("3x12 90%")) == kFinds);
  CHECK(says(said(max("3x12 90%")), "a training max counts as 90 % of 1RM"));
  // Of another lift's max nothing is known.
  const std::string other = R"(plan "Front squats"
  level intermediate
  guidelines 2026
  familiar front squat, back squat
  input 1RM of back squat
  goal e1RM of front squat + 5% by end of "Base"
  track sleep, energy
block "Base" 2 weeks if ready
  session "Legs"
    front squat 3x12 85% percent of back squat
)";
  CHECK(found(other) == kNothing);
}

TEST_CASE("reps and percent: a line is told once", "[guidelines]") {
  CHECK(found(sets("3x12 85%, 3x14 85%")) == kFinds);
  CHECK(says(said(sets("3x12 85%, 3x14 85%")), "14 reps"));
}

TEST_CASE("reps and percent: other names, order and units change nothing", "[guidelines]") {
  CHECK(found(R"(plan "Volume"
  track mood, stress
  units lb
  input 5RM of deadlift
  familiar deadlift
  guidelines 2026
  goal 5RM of deadlift + 5% by end of "Tens"
rule up(pounds)
  when missed twice in a row then 5RM x 90%, notify coach
  when all sets done then 5RM + pounds
block "Tens" 3 weeks if ready
  session "Pull"
    deadlift 2x15 100% @ RPE 9 up(5 lb)
)") == kFinds);
}
