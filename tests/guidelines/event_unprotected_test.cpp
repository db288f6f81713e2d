#include <catch2/catch.hpp>

#include "tests/guidelines/findings.h"

using namespace meso::test;

namespace {

Findings found(std::string plan) { return findings_of("event-unprotected", std::move(plan)); }

const Findings kWarning{"warning event-unprotected"};

// The bad example with its meet on another day of January.
std::string meet(const std::string& day) {
  return with(bad_example("event-unprotected"), "2027-01-30", "2027-01-" + day);
}

// A match every Sunday; a second block, with these changes, and this line in its session.
std::string season(const std::string& wait, const std::string& block = "",
                   const std::string& line = "") {
  return R"(plan "Season"
  level advanced
  units lb
  guidelines 2026
  event "Derby" on Sun
  familiar bench press
  goal e1RM of bench press + 2% by end of "Second"
  track energy, sleep

rule up(by)
  when missed twice in a row then load x 95%, notify coach
  when all sets done then load + by

block "First" 2 weeks if ready
  session "Push"
    at least 1 day before "Derby"
    bench press 3x5 @ RPE 7 up(5 lb)
block "Second" )" +
         block + R"( if ready
  session "Push, later"
    )" + wait +
         R"(
    bench press 3x5 @ RPE 7 up(5 lb)
)" + line;
}

}  // namespace

TEST_CASE("event: five days before, and six", "[guidelines]") {
  // The third week's session is on Wednesday the 27th; pushed work may take six days.
  CHECK(found(meet("30")) == kWarning);
  CHECK(found(with(meet("30"), "2027-01-30", "2027-02-01")) == kWarning);
  CHECK(found(with(meet("30"), "2027-01-30", "2027-02-02")) == kNothing);
  CHECK(found(meet("26")) == kNothing);  // the day before the session
  CHECK(
      says(said(meet("30")), "\"Legs\" is done 3 days before \"Meet\", and pushed work (class D)"));
  CHECK(says(said(meet("30")), "may need 6 days"));
  CHECK(says(said(meet("27")), "on the day of \"Meet\""));
}

TEST_CASE("event: a wait that keeps it clear", "[guidelines]") {
  const std::string clear =
      with(meet("30"), "    prefer Wed\n", "    prefer Wed\n    at least 6 days before \"Meet\"\n");
  CHECK_FALSE(says(said(clear), "event-unprotected"));
}

TEST_CASE("event: without a first day nothing is known of a date", "[guidelines]") {
  CHECK(found(with(meet("30"), "  starts 2027-01-11\n", "")) == kNothing);
}

TEST_CASE("event: every week, on the last day on which the session may be done", "[guidelines]") {
  const std::string five = "at least 5 days before \"Derby\"";
  const std::string six = "at least 6 days before \"Derby\"";
  CHECK(found(season(five, "2 weeks")) == kWarning);  // the first week of a block
  CHECK(found(season(six, "2 weeks")) == kNothing);
  CHECK(found(season("on Mon", "2 weeks")) == kNothing);
  CHECK(found(season("on Tue", "2 weeks")) == kWarning);
  CHECK(found(season("prefer Mon", "2 weeks")) == kWarning);
  CHECK(says(said(season(five, "2 weeks")), "\"Push, later\" can be done 5 days before \"Derby\""));
}

TEST_CASE("event: a plan's first week is no push, a lift that is new is", "[guidelines]") {
  CHECK_FALSE(says(said(season("prefer Mon", "2 weeks")), "\"Push\" can"));
  const std::string novel =
      season("at least 6 days before \"Derby\"", "2 weeks", "    triceps pushdown 1x12 @ RPE 5\n");
  CHECK(says(said(novel), "may need 7 days"));
  CHECK(says(said(novel), "familiar triceps pushdown"));
}
