#include <catch2/catch.hpp>

#include "tests/guidelines/findings.h"

using namespace meso::test;

namespace {

Findings found(std::string plan) { return findings_of("red-flag-stop-missing", std::move(plan)); }

const Findings kFinds{"error red-flag-stop-missing"};

// A gate whose third clause is in question, and a rule beside it.
std::string plan(const std::string& clause, const std::string& above = "",
                 const std::string& rule = "") {
  return "plan \"Stop\"\n  level advanced\n  units lb\n  guidelines 2026\n"
         "  familiar deadlift\n  goal e1RM of deadlift + 5% by end of \"Base\"\n"
         "  track sleep, energy\n\ngate mine\n" +
         above +
         "  refer when soreness >= 3 for 7 days\n  recover when soreness >= 3 for 5 days\n  " +
         clause +
         "\n  train when soreness <= 2 and energy >= 3 and strength restored\n"
         "  recover otherwise\n\nrule add(step)\n" +
         rule +
         "  when all sets done then load + step\n"
         "  when missed twice in a row and resets >= 2 then load x 90%, notify coach\n"
         "  when missed twice in a row then load x 90%\n"
         "\nblock \"Base\" 4 weeks if mine\n  session \"Pull\"\n    deadlift 3x5 @ RIR 3 "
         "add(2.5%)\n";
}
const std::string kRest = " and soreness <= 2 and energy >= 3 and strength restored";

}  // namespace

TEST_CASE("red flag: no clause asks for sharp pain and trains", "[guidelines]") {
  CHECK(found(plan("lighten load x 90% when pain is sharp" + kRest)) == kFinds);
  CHECK(found(plan("lighten load x 90% when pain is dull" + kRest)) == kNothing);
  CHECK(found(plan("lighten load x 90% when pain is sharp in knee" + kRest)) == kFinds);
  CHECK(found(plan("refer when pain is sharp")) == kNothing);
  CHECK(says(said(plan("lighten load x 90% when pain is sharp" + kRest)),
             "clause 3 of gate `mine` trains on sharp pain"));
}

TEST_CASE("red flag: also where it is what is left", "[guidelines]") {
  CHECK(found(plan("lighten load x 90% when not pain is none" + kRest)) == kFinds);
  CHECK(found(plan("lighten load x 90% when not pain is none and not pain is sharp" + kRest)) ==
        kNothing);
}

TEST_CASE("red flag: a clause above that takes it is enough", "[guidelines]") {
  CHECK(found(plan("lighten load x 90% when not pain is none" + kRest,
                   "  refer when pain is sharp\n")) == kNothing);
}

TEST_CASE("red flag: nor may a rule grow on it", "[guidelines]") {
  const std::string easy = "recover when energy <= 1";
  CHECK(found(plan(easy, "", "  when pain is sharp and all sets done then load + step\n")) ==
        kFinds);
  CHECK(found(plan(easy, "", "  when pain is sharp then load x 80%\n")) == kNothing);
}

TEST_CASE("red flag: nobody allows it", "[guidelines]") {
  const std::string allowed =
      with(bad_example("red-flag-stop-missing"), "  track sleep, energy\n",
           "  track sleep, energy\n  allow red-flag-stop-missing \"tough\"\n");
  CHECK(found(allowed).size() == 2);
  CHECK(found(allowed) != kFinds);
}
