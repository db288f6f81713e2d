#include <catch2/catch.hpp>

#include "tests/guidelines/findings.h"

using namespace meso::test;

namespace {

Findings found(std::string plan) { return findings_of("soreness-as-goal", std::move(plan)); }

const Findings kFinds{"error soreness-as-goal"};

std::string head(const std::string& line) {
  return with(good_example("soreness-as-goal"), "  guidelines 2026\n",
              "  guidelines 2026\n" + line);
}

}  // namespace

TEST_CASE("soreness is no goal, of a group or of all", "[guidelines]") {
  CHECK(found(head("  goal soreness of quads 2 to 6 by end of \"Glutes\"\n")) == kFinds);
  CHECK(found(head("  goal soreness 2 to 6 by end of \"Glutes\"\n")) == kFinds);
  CHECK(found(head("  goal soreness of glutes 6 to 1 by end of \"Glutes\"\n")) ==
        kFinds);  // less of it is no goal either
  CHECK(says(said(head("  goal soreness of quads 2 to 6 by end of \"Glutes\"\n")),
             "soreness of quads is no goal"));
}

TEST_CASE("soreness is no measure of progress", "[guidelines]") {
  CHECK(found(head("  track sleep, soreness, energy\n")) == kFinds);
  CHECK(found(head("  track sleep, energy\n")) == kNothing);
}

TEST_CASE("a signal of one's own may ask how sore one is, but not call it better", "[guidelines]") {
  CHECK(found(head("  signal soreness_of_grip \"How sore are your hands?\" 0-10\n")) == kNothing);
  CHECK(found(head("  signal doms \"How sore are you?\" 0-10, higher is better\n")) == kFinds);
  CHECK(found(head("  signal quad_soreness \"Quads?\" 0-10, higher is better\n")) == kFinds);
  CHECK(found(head("  signal grip \"How strong is your grip?\" 1-5, higher is better\n")) ==
        kNothing);
}

TEST_CASE("soreness as a goal can't be allowed away", "[guidelines]") {
  const std::string allow = "  allow soreness-as-goal \"they asked for it\"\n";
  const std::string plan =
      with(bad_example("soreness-as-goal"), "  guidelines 2026\n", "  guidelines 2026\n" + allow);
  CHECK(found(plan) == Findings{"error fixed-guideline", kFinds.front()});
  CHECK(found(head(allow)) == Findings{"error fixed-guideline"});
  CHECK(says(said(plan), "can't be allowed away"));
}
