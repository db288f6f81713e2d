#include <catch2/catch.hpp>

#include "tests/guidelines/findings.h"

using namespace meso::test;

namespace {

Findings found(std::string plan) { return findings_of("swap-hits-sore-group", std::move(plan)); }

const Findings kError{"error swap-hits-sore-group"};

// The bad plan, its rule adding sets up to so many.
std::string up_to(const std::string& most) {
  return with(bad_example("swap-hits-sore-group"), "more(4)", "more(" + most + ")");
}

}  // namespace

TEST_CASE("swap: one hard set spares a group, half a set more doesn't", "[guidelines]") {
  CHECK(found(up_to("2")) == kNothing);
  CHECK(found(up_to("3")) == kError);
}

TEST_CASE("swap: says who stands in for whom, and how far it comes", "[guidelines]") {
  CHECK(says(said(up_to("4")),
             "\"Legs\" stands in for \"Arms\", and its sets of biceps come to 1.5, with every set "
             "beaten"));
}

TEST_CASE("swap: a target whose own gate asks for the group is no danger", "[guidelines]") {
  CHECK(found(with(up_to("4"), "lat pulldown 2x10 @ RIR 3", "barbell curl 1x10 @ RIR 3 as arms")) ==
        kNothing);
}

TEST_CASE("swap: a gate that never swaps has no target", "[guidelines]") {
  const std::string own =
      "gate own\n  refer when soreness >= 3 for 7 days\n  train when soreness <= 2 and energy >= 3 "
      "and strength restored\n"
      "  recover otherwise\n\nblock";
  CHECK(found(with(with(up_to("4"), "block", own), "if ready", "if own")) == kNothing);
}
