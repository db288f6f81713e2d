#include <catch2/catch.hpp>

#include "tests/guidelines/findings.h"

using namespace meso::test;

namespace {

const Findings kWarning{"warning stacked-soreness-drivers"},
    kError{"error stacked-soreness-drivers"};

// Two weeks of rows, then another line for the back beside them.
std::string plan(const std::string& line, const std::string& familiar = "barbell row",
                 const std::string& weeks = "2") {
  return "plan \"Back\"\n  level advanced\n  units lb\n  guidelines 2026\n  familiar " + familiar +
         "\n  goal e1RM of barbell row + 5% by end of \"Then\"\n  track sleep, energy\n"
         "\nrule add(step)\n  when all sets done then load + step\n"
         "  when missed twice in a row and resets >= 2 then load x 90%, notify coach\n"
         "  when missed twice in a row then load x 90%\n\nblock \"First\" " +
         weeks +
         " weeks if ready\n  session \"Pull\"\n    barbell row 8x8 @ RIR 3 rest 2 min add(2.5%)\n"
         "\nblock \"Then\" 4 weeks if ready\n  session \"Pull\"\n"
         "    barbell row 8x8 @ RIR 3 rest 2 min add(2.5%)\n    " +
         line + "\n";
}
Findings of_stack(const std::string& text) {
  Findings out;
  for (const std::string& f : findings(text))
    if (says(f, "stacked-soreness-drivers")) out.push_back(f);
  return out;
}

}  // namespace

TEST_CASE("stack: one, two, three", "[guidelines]") {
  const std::string small = "dumbbell pullover 2x10 @ RIR 4 ";
  CHECK(of_stack(plan(small + "rest 2 min add(2.5%)")) == kNothing);
  CHECK(of_stack(plan(small + "rest 30 s add(2.5%)")) == kWarning);
  CHECK(of_stack(plan(small + "rest 30 s tempo 5-0-1-0 add(2.5%)")) == kError);
  CHECK(says(said(plan(small + "rest 30 s add(2.5%)")),
             "chest: work at long length (dumbbell pullover) and short rests (dumbbell pullover) "
             "come together in week 1 of \"Then\""));
}

TEST_CASE("stack: a minute's rest, a second more and less", "[guidelines]") {
  const std::string small = "dumbbell pullover 2x10 @ RIR 4 rest ";
  CHECK(of_stack(plan(small + "60 s add(2.5%)")) == kNothing);
  CHECK(of_stack(plan(small + "59 s add(2.5%)")) == kWarning);
}

TEST_CASE("stack: a new lift counts unless its first dose is small", "[guidelines]") {
  const auto pulldown = [](const std::string& dose) {
    return plan("lat pulldown " + dose + " rest 45 s add(2.5%)");
  };
  CHECK(of_stack(pulldown("2x10 @ RIR 3")) == kNothing);
  CHECK(of_stack(pulldown("2x10 @ RIR 2.5")) == kWarning);
  CHECK(of_stack(pulldown("3x10 @ RIR 3")) == kError);  // and the volume: 8 -> 11 sets
}

TEST_CASE("stack: more volume counts from three sets and a fifth on", "[guidelines]") {
  const auto rows = [](const std::string& sets) {
    return plan("lat pulldown " + sets + "x10 @ RIR 3 rest 2 min add(2.5%)");
  };
  CHECK(of_stack(rows("2")) == kNothing);
  CHECK(of_stack(rows("3")) == kWarning);  // a new lift, and 8 -> 11 sets
  CHECK(says(said(rows("3")), "a new lift (lat pulldown) and more volume (8 -> 11 sets, +37 %)"));
}

TEST_CASE("stack: what the group is used to is nothing new", "[guidelines]") {
  const std::string slow = "barbell row 2x8 @ RIR 3 tempo 4-0-1-0 rest 30 s as slow add(2.5%)";
  CHECK(of_stack(plan(slow)) == kWarning);
  const std::string used = with(plan(slow), "barbell row 8x8 @ RIR 3 rest 2 min add(2.5%)",
                                "barbell row 8x8 @ RIR 3 rest 30 s tempo 4-0-1-0 add(2.5%)");
  CHECK(of_stack(used) == kNothing);
}

TEST_CASE("stack: familiar lifts are accustomed to the first week as it is", "[guidelines]") {
  const std::string first = with(plan("lat pulldown 2x10 @ RIR 4 add(2.5%)"),
                                 "barbell row 8x8 @ RIR 3 rest 2 min add(2.5%)",
                                 "barbell row 8x8 @ RIR 3 rest 30 s tempo 4-0-1-0 add(2.5%)");
  CHECK(of_stack(first) == kNothing);
  CHECK(of_stack(with(first, "familiar barbell row", "familiar bench press")) ==
        Findings{"error stacked-soreness-drivers"});
}

TEST_CASE("stack: a superset's rest is work for others", "[guidelines]") {
  CHECK(of_stack(plan("A1 dumbbell pullover 2x10 @ RIR 4 rest 0 s add(2.5%)\n"
                      "    A2 leg curl 2x10 @ RIR 4 rest 2 min add(2.5%)")) == kNothing);
}
