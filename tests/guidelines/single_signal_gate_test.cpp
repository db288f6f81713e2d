#include <catch2/catch.hpp>

#include "tests/guidelines/findings.h"

using namespace meso::test;

namespace {

Findings found(std::string plan) { return findings_of("single-signal-gate", std::move(plan)); }

const Findings kWarning{"warning single-signal-gate"};

// The bad example with another clause for full work.
std::string trains(const std::string& condition) {
  return with(bad_example("single-signal-gate"), "train     when soreness <= 2",
              "train when " + condition);
}

}  // namespace

TEST_CASE("single signal: one signal and two", "[guidelines]") {
  CHECK(found(trains("soreness <= 2")) == kWarning);
  for (const char* other :
       {"energy >= 3", "sleep >= 3", "stress <= 3", "mood >= 3", "strength restored",
        "HRV at baseline", "resting heart rate at baseline"})
    CHECK(found(trains("soreness <= 2 and " + std::string(other))) == kNothing);
}

TEST_CASE("single signal: functional questions are soreness, pain is another matter",
          "[guidelines]") {
  CHECK(found(trains("soreness <= 2 and not soreness impairs")) == kWarning);
  CHECK(found(trains("soreness <= 2 and pain is none")) == kWarning);
  CHECK(found(trains("soreness <= 2 and days off >= 2")) == Findings{"warning single-signal-gate"});
}

TEST_CASE("single signal: a clause above may have asked, and a coach's own question counts",
          "[guidelines]") {
  const std::string above = with(bad_example("single-signal-gate"), "  train     when",
                                 "  recover when energy <= 2\n  train     when");
  CHECK(found(above) == kNothing);
  const std::string own =
      with(trains("soreness <= 2 and grip >= 3"), "gate own",
           "signal grip \"How strong is your grip?\" 1-5, higher is better\n\ngate own");
  CHECK(found(own) == kNothing);
}

TEST_CASE("single signal: one of two clauses is enough, and what lightens isn't judged",
          "[guidelines]") {
  const std::string two = trains("soreness <= 2 and energy >= 3\n  train when soreness <= 1");
  CHECK(found(two) == kWarning);
  const std::string lightens =
      trains("soreness <= 2 and energy >= 3\n  lighten sets x 50% when soreness <= 2");
  CHECK(found(lightens) == kNothing);
}

TEST_CASE("single signal: other names, order and units; a gate that nobody uses", "[guidelines]") {
  const std::string other = R"(plan "Benching by feel"
  level advanced
  units lb
  guidelines 2026
  familiar bench press, barbell row
  goal e1RM of bench press + 3% by end of "Weeks"
  track energy, sleep

rule up(by)
  when missed 3 times in a row then load x 90%, notify coach
  when all sets done then load + by

block "Weeks" 3 weeks
  session "Push" if fresh
    bench press 4x6 @ RPE 8 up(5 lb)
  session "Pull" if fresh
    at least 2 days after last session
    barbell row 4x8 @ RPE 8 up(5 lb)

gate fresh
  recover when soreness >= 3 for 5 days
  refer when soreness of chest >= 3 for 7 days or soreness >= 3 for 7 days
  train when not soreness > 2
  recover otherwise
)";
  const std::string reachable = with(
      other,
      "  recover when soreness >= 3 for 5 days\n  refer when soreness of chest >= 3 for 7 days or ",
      "  refer when ");
  CHECK(found(reachable) == kWarning);
  CHECK(says(said(reachable), "releases 2 sessions in full on soreness alone"));
  CHECK(says(said(reachable), "1 signal; the bound is 2"));
  CHECK(found(with(bad_example("single-signal-gate"), "if own", "if ready")) == kNothing);
}
