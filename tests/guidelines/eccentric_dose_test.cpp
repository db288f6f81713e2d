#include <catch2/catch.hpp>

#include "tests/guidelines/findings.h"

using namespace meso::test;

namespace {

const Findings kWarning{"warning eccentric-dose"}, kError{"error eccentric-dose"};

// Slow pec deck work behind the bench press; `weeks` change it.
std::string plan(const std::string& slow, const std::string& weeks = "",
                 const std::string& level = "intermediate",
                 const std::string& familiar = "bench press") {
  return "plan \"Slow\"\n  level " + level + "\n  units lb\n  guidelines 2026\n  familiar " +
         familiar +
         "\n  goal e1RM of bench press + 5% by end of \"Base\"\n  track sleep, energy\n"
         "\nrule add(step)\n  when all sets done then load + step\n"
         "  when missed twice in a row and resets >= 2 then load x 90%, notify coach\n"
         "  when missed twice in a row then load x 90%\n\nrule sets(more)\n"
         "  when all sets done twice in a row then sets + more, up to 4\n"
         "  when missed twice in a row then sets to start, notify coach\n"
         "\nblock \"Base\" 6 weeks if ready\n  session \"Chest\"\n"
         "    bench press 8x6 @ RIR 2 add(2.5%)\n    pec deck " +
         slow + "\n" + weeks;
}
// What this guideline says; new lifts in full are others' business too.
Findings of_slow(const std::string& text) {
  Findings out;
  for (const std::string& f : findings(text))
    if (says(f, "eccentric-dose")) out.push_back(f);
  return out;
}

}  // namespace

TEST_CASE("slow: the first time has two sets, one more and less", "[guidelines]") {
  CHECK(of_slow(plan("2x10 @ RIR 3 tempo 4-0-1-0 add(2.5%)")) == kNothing);
  CHECK(of_slow(plan("3x10 @ RIR 3 tempo 4-0-1-0 add(2.5%)")) == kWarning);
  CHECK(says(said(plan("3x10 @ RIR 3 tempo 4-0-1-0 add(2.5%)")),
             "chest: the first slow lowering is 3 sets in week 1 of \"Base\""));
}

TEST_CASE("slow: from four seconds on, one more and less", "[guidelines]") {
  CHECK(of_slow(plan("4x10 @ RIR 3 tempo 3-0-1-0 add(2.5%)")) == kNothing);
  CHECK(of_slow(plan("4x10 @ RIR 3 tempo 4-0-1-0 add(2.5%)")) == kWarning);
}

TEST_CASE("slow: it grows by a set at a time", "[guidelines]") {
  const std::string slow = " @ RIR 3 tempo 5-0-1-0";
  CHECK(of_slow(plan("3x10" + slow + " add(2.5%)", "      week 1 2x10 @ RIR 3\n")) == kNothing);
  CHECK(of_slow(plan("4x10" + slow + " add(2.5%)", "      week 1 2x10 @ RIR 3\n")) == kWarning);
  CHECK(says(said(plan("4x10" + slow + " add(2.5%)", "      week 1 2x10 @ RIR 3\n")),
             "chest: slow lowering goes from 2 to 4 sets at once in week 2 of \"Base\""));
}

TEST_CASE("slow: what a rule adds counts, too", "[guidelines]") {
  const std::string slow = "2x10 @ RIR 3 tempo 4-0-1-0 ";
  CHECK(of_slow(plan(slow + "sets(1)")) == kNothing);
  CHECK(of_slow(plan(slow + "sets(2)")) == kWarning);
  CHECK(says(said(plan(slow + "sets(2)")), "a rule adds 2 sets of slow lowering of pec deck"));
}

TEST_CASE("slow: a familiar lift is familiar as the plan first has it", "[guidelines]") {
  CHECK(of_slow(plan("4x10 @ RIR 3 tempo 4-0-1-0 add(2.5%)", "", "intermediate",
                     "bench press, pec deck")) == kNothing);
  CHECK(of_slow(plan("4x10 @ RIR 3 tempo 4-0-1-0 add(2.5%)", "      week 1 4x10 @ RIR 3\n",
                     "intermediate", "bench press, pec deck")) == kNothing);
}

TEST_CASE("slow: to failure it is nothing for a novice", "[guidelines]") {
  const auto failure = [](const std::string& level) {
    return plan("2x10 to failure tempo 4-0-1-0 add(2.5%)", "", level, "bench press, pec deck");
  };
  CHECK(of_slow(failure("novice")) == kError);
  CHECK(of_slow(failure("intermediate")) == kNothing);
  CHECK(of_slow(with(failure("novice"), "to failure", "@ RIR 0.5")) == kNothing);
}

TEST_CASE("slow: lifts that are nothing else need no tempo", "[guidelines]") {
  const auto nordic = [](const std::string& sets) {
    return with(plan(sets + "x6 @ RIR 3 add(2.5%)"), "pec deck", "nordic curl");
  };
  CHECK(of_slow(nordic("2")) == kNothing);
  CHECK(of_slow(nordic("3")) == kWarning);
}
