#include <catch2/catch.hpp>

#include "tests/guidelines/findings.h"

using namespace meso::test;

namespace {

Findings found(std::string plan) { return findings_of("multi-axis-jump", std::move(plan)); }

const Findings kWarning{"warning multi-axis-jump"};

// The bad example with another change of its third and fourth week.
std::string weeks(const std::string& changes) {
  return with(bad_example("multi-axis-jump"), "load + 2.5%, sets + 1, RIR - 1", changes);
}
std::string rule(const std::string& actions) {
  return with(good_example("multi-axis-jump"), "then load + step\n", "then " + actions + "\n");
}

}  // namespace

TEST_CASE("three axes: two of them and three", "[guidelines]") {
  CHECK(found(weeks("load + 2.5%, sets + 1")) == kNothing);
  CHECK(found(weeks("load + 2.5%, sets + 1, RIR - 1")) == kWarning);
  CHECK(found(weeks("load + 2.5%, reps + 1, rest - 30 s")) == kWarning);
  CHECK(found(weeks("sets + 1, RIR - 1, rest - 30 s")) == kWarning);
  CHECK(found(weeks("RIR - 1, rest - 30 s")) == kNothing);
}

TEST_CASE("three axes: what is given for something else is a trade", "[guidelines]") {
  CHECK(found(weeks("load + 5%, reps - 2, sets + 1, rest - 30 s")) == kNothing);
  CHECK(found(weeks("load + 5%, reps - 2, RIR - 1, rest - 30 s")) == kNothing);
}

TEST_CASE("three axes: an easy week between hides nothing, and makes nothing", "[guidelines]") {
  const std::string back =
      with(bad_example("multi-axis-jump"), "week 3-4 load + 2.5%, sets + 1, RIR - 1",
           "week 3 sets - 1, load x 90%, RIR + 1");
  CHECK(found(back) == kNothing);  // the fourth week is what the second was
  const std::string two =
      with(bad_example("multi-axis-jump"), "week 3-4 load + 2.5%, sets + 1, RIR - 1",
           "week 3 sets - 1\n  week 4 load + 2.5%, sets + 1, rest - 60 s");
  CHECK(found(two) == kWarning);
}

TEST_CASE("three axes: says which, in which week", "[guidelines]") {
  const std::string text = said(bad_example("multi-axis-jump"));
  CHECK(says(text,
             "back squat gets harder on 3 axes at once in week 3 of \"Base\": more load, more "
             "sets and closer to failure"));
}

TEST_CASE("three axes: a rule's clause", "[guidelines]") {
  CHECK(found(rule("load + step, reps + 1")) == kNothing);
  CHECK(found(rule("load + step, reps + 1, RIR - 1")) == kWarning);
  CHECK(found(rule("load + step, RIR - 1, reps to bottom of range, rest - 5 s")) == kNothing);
  CHECK(says(said(rule("load + step, reps + 1, RIR - 1")),
             "rule `add` makes a lift harder on 3 axes at once"));
}

TEST_CASE("three axes: sessions, tempo and a new lift count; other names and units",
          "[guidelines]") {
  const auto plan = [](const std::string& row, const std::string& third) {
    return R"(plan "Rows"
  level advanced
  units lb
  guidelines 2026
  familiar barbell row
  goal e1RM of barbell row + 5% by end of "More"
  track energy, sleep

rule up(by)
  when missed twice in a row then load x 95%, notify coach
  when all sets done then load + by

block "Some" 2 weeks if ready
  session "Pull"
    barbell row 3x8 @ RPE 7 rest 3 min tempo 2-0-1-0 up(5 lb)

block "More" 2 weeks if ready
  session "Pull"
)" + ("    barbell row 3x8 @ RPE 7 " + row + " up(5 lb)\n") +
           third;
  };
  const std::string again =
      "  session \"Pull again\"\n    at least 3 days after last session\n    barbell row 3x8 @ RPE "
      "7 rest 3 min tempo 2-0-1-0 as again up(5 lb)\n";
  CHECK_FALSE(says(said(plan("rest 2 min tempo 3-0-1-0", "")), "multi-axis-jump"));
  CHECK(says(said(plan("rest 2 min tempo 3-0-1-0", again)),
             "more sessions, shorter rest and slower reps"));
  const std::string novel = "    seated cable row 1x12 @ RPE 6 up(5 lb)\n";
  CHECK(says(said(plan("rest 2 min tempo 3-0-1-0", novel)),
             "shorter rest, slower reps and a new lift beside it"));
  CHECK_FALSE(says(said(plan("rest 3 min tempo 3-0-1-0", novel)), "multi-axis-jump"));
}
