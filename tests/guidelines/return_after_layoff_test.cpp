#include <catch2/catch.hpp>

#include "tests/guidelines/findings.h"

using namespace meso::test;

namespace {

Findings found(std::string plan) { return findings_of("return-after-layoff", std::move(plan)); }

const Findings kFinds{"error return-after-layoff"};
const std::string kLong =
    "return after 28 days off\n  week 1 sets x 50%\n  week 2 sets x 70%\n  week 3 sets x 80%\n"
    "  week 4 sets x 90%\n";

// Ten sets, so that a percentage of them is a percentage.
std::string plan(const std::string& returns, const std::string& sets = "10") {
  return "plan \"Back\"\n  level advanced\n  units lb\n  guidelines 2026\n"
         "  familiar leg extension\n  goal e1RM of leg extension + 5% by end of \"Base\"\n"
         "  track sleep, energy\n\nrule add(step)\n  when all sets done then load + step\n"
         "  when missed twice in a row and resets >= 2 then load x 90%, notify coach\n"
         "  when missed twice in a row then load x 90%\n\n" +
         returns + "\nblock \"Base\" 4 weeks if ready\n  session \"Legs\"\n    leg extension " +
         sets + "x10 @ RIR 3 add(2.5%)\n";
}
std::string weeks(const std::string& one, const std::string& two) {
  return plan("return after 14 days off\n  week 1 " + one + "\n  week 2 " + two + "\n" + kLong);
}

}  // namespace

TEST_CASE("return: without one of its own the usual one holds", "[guidelines]") {
  CHECK(found(plan("")) == kNothing);
}

TEST_CASE("return: half and 70 %, one set more and less", "[guidelines]") {
  CHECK(found(weeks("sets x 50%", "sets x 70%")) == kNothing);
  CHECK(found(weeks("sets x 60%", "sets x 70%")) == kFinds);
  CHECK(found(weeks("sets x 50%", "sets x 80%")) == kFinds);
  CHECK(says(said(weeks("sets x 60%", "sets x 70%")),
             "week 1 after 14 days off has 60 % of the volume"));
  CHECK(says(said(weeks("sets x 60%", "sets x 70%")), "the bound is 50 %"));
}

TEST_CASE("return: volume is sets x reps x load", "[guidelines]") {
  CHECK(found(weeks("sets x 60%, load x 80%", "sets x 70%")) == kNothing);  // 48 %
  CHECK(found(weeks("sets x 60%, load x 85%", "sets x 70%")) == kFinds);    // 51 %
  CHECK(found(weeks("reps x 50%", "reps x 70%")) == kNothing);
  CHECK(found(weeks("RIR to 5", "sets x 70%")) == kFinds);
}

TEST_CASE("return: it begins after two weeks, a day more and less", "[guidelines]") {
  const auto after = [](const std::string& days) {
    return plan("return after " + days + " days off\n  week 1 sets x 50%\n  week 2 sets x 70%\n" +
                kLong);
  };
  CHECK(found(after("14")) == kNothing);
  CHECK(found(after("15")) == kFinds);
  CHECK(
      says(said(after("21")), "after 14 to 20 days off the athlete starts again with everything"));
}

TEST_CASE("return: after four weeks it takes four", "[guidelines]") {
  const std::string two = "return after 14 days off\n  week 1 sets x 50%\n  week 2 sets x 70%\n";
  CHECK(found(plan(two)) == kFinds);
  CHECK(says(said(plan(two)), "week 3 after 28 days off has 100 % of the volume"));
  CHECK(found(plan(two + kLong)) == kNothing);
  CHECK(found(plan(kLong + two)) == kNothing);  // in any order
  CHECK(found(plan(two + with(kLong, "28 days", "29 days"))) == kFinds);
  CHECK(found(plan(with(kLong, "28 days", "14 days"))) == kNothing);
}

TEST_CASE("return: a single set can't be halved", "[guidelines]") {
  CHECK(found(plan("return after 14 days off\n  week 1 load x 90%\n  week 2 load x 95%\n", "1")) ==
        kNothing);
}
