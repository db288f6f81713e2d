#include <catch2/catch.hpp>

#include "tests/guidelines/findings.h"

using namespace meso::test;

namespace {

const Findings kFinds{"error fixed-calendar-retraining"};

std::string bad() { return bad_example("fixed-calendar-retraining"); }
std::string good() { return good_example("fixed-calendar-retraining"); }

// The good plan under a gate of its own.
std::string gated(const std::string& clauses) {
  return with(with(good(), "if ready", "if own"), "rule add",
              "gate own\n" + clauses + "\nrule add");
}

Findings found(std::string plan) {
  return findings_of("fixed-calendar-retraining", std::move(plan));
}

}  // namespace

TEST_CASE("fixed day: a wish commands nothing", "[guidelines]") {
  CHECK(found(with(bad(), "on Mon", "prefer Mon")) == kNothing);
  CHECK(found(bad()) == kFinds);
  CHECK(found(with(bad(), "on Mon", "on Fri")) == kFinds);
}

TEST_CASE("fixed day: whatever the names, the order and the units", "[guidelines]") {
  CHECK(found(R"(plan "Pull day"
  units lb
  level advanced
  guidelines 2026
  goal e1RM of barbell row 185 lb to 200 lb by end of "Row"
  familiar barbell row

rule up(by)
  when missed 3 times in a row then load x 90%
  when all sets done then load + by

block "Row" 6 weeks
  session "Pull"
    barbell row 5x5 @ RPE 8 start 185 lb up(5 lb)
    on Thu
)") == kFinds);
}

TEST_CASE("fixed day: a gate must be able to move the session", "[guidelines]") {
  CHECK(found(good()) == kNothing);
  CHECK(found(gated("  train when soreness <= 2\n  recover otherwise\n")) == kNothing);
  CHECK(found(gated("  train when soreness <= 2\n  swap otherwise\n")) == kNothing);
  CHECK(found(gated("  train when soreness <= 2\n  refer otherwise\n")) == kFinds);
  const std::string report = said(gated("  train when soreness <= 2\n  refer otherwise\n"));
  CHECK(says(report, "its gate can neither swap nor wait"));
  CHECK_FALSE(says(report, "if ready"));
}

TEST_CASE("fixed day: each session once, however many weeks differ", "[guidelines]") {
  CHECK(found(with(bad(), "  session", "  week 2 sets x 150%\n  week 3 RIR - 1\n  session")) ==
        kFinds);
}

TEST_CASE("fixed day: an exception with its reason, where it stands", "[guidelines]") {
  const std::string allow = "allow fixed-calendar-retraining \"the hall is ours on Mondays\"\n";
  CHECK(found(with(bad(), "    on Mon\n", "    on Mon\n    " + allow)) == kNothing);
  CHECK(found(with(bad(), "  session", "  " + allow + "  session")) == kNothing);
  CHECK(found(with(bad(), "  guidelines 2026\n", "  guidelines 2026\n  " + allow)) == kNothing);
  CHECK(findings(with(good(), "    on Mon\n", "    on Mon\n    " + allow)) ==
        Findings{"warning unused-allow"});
}
