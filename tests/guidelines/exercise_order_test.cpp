#include <catch2/catch.hpp>

#include "tests/guidelines/findings.h"

using namespace meso::test;

namespace {

Findings found(std::string plan) { return findings_of("exercise-order", std::move(plan)); }

const Findings kFinds{"note exercise-order"};

std::string plan(const std::string& lines, const std::string& goal = "bench press") {
  return "plan \"Order\"\n  level advanced\n  units lb\n  guidelines 2026\n"
         "  familiar bench press, pec deck, barbell row, overhead press\n  goal e1RM of " +
         goal +
         " + 5% by end of \"Base\"\n  track sleep, energy\n\nrule add(step)\n"
         "  when all sets done then load + step\n"
         "  when missed twice in a row and resets >= 2 then load x 90%, notify coach\n"
         "  when missed twice in a row then load x 90%\n"
         "\nblock \"Base\" 4 weeks if ready\n  session \"Day\"\n" +
         lines;
}
std::string line(const std::string& lift, const std::string& dose = "3x8 @ RIR 2") {
  return "    " + lift + " " + dose + " add(2.5%)\n";
}

}  // namespace

TEST_CASE("order: two sets of another lift, one more and less", "[guidelines]") {
  CHECK(found(plan(line("pec deck", "1x8 @ RIR 2") + line("bench press"))) == kNothing);
  CHECK(found(plan(line("pec deck", "2x8 @ RIR 2") + line("bench press"))) == kFinds);
  CHECK(says(said(plan(line("pec deck", "2x8 @ RIR 2") + line("bench press"))),
             "bench press comes after 2 hard sets of pec deck for the same muscles"));
}

TEST_CASE("order: more than three reps in reserve only prepare", "[guidelines]") {
  CHECK(found(plan(line("pec deck", "2x8 @ RIR 3") + line("bench press"))) == kFinds);
  CHECK(found(plan(line("pec deck", "2x8 @ RIR 3.5") + line("bench press"))) == kNothing);
}

TEST_CASE("order: other muscles, and a lift of another goal, may come first", "[guidelines]") {
  CHECK(found(plan(line("barbell row") + line("bench press"))) == kNothing);
  CHECK(found(plan(line("bench press") + line("pec deck"))) == kNothing);
  CHECK(found(with(plan(line("pec deck") + line("bench press")), "  track",
                   "  goal load of pec deck + 5% by end of \"Base\"\n  track")) == kNothing);
}

TEST_CASE("order: only lifts that a goal names", "[guidelines]") {
  CHECK(found(plan(line("pec deck") + line("bench press"), "barbell row")) == kNothing);
}
