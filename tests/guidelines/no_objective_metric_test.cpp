#include <catch2/catch.hpp>

#include "tests/guidelines/findings.h"

using namespace meso::test;

namespace {

Findings found(std::string plan) { return findings_of("no-objective-metric", std::move(plan)); }

const Findings kFinds{"error no-objective-metric"};

std::string with_goal(const std::string& line) {
  return with(good_example("no-objective-metric"),
              "  goal e1RM of back squat 120 kg to 126 kg by end of \"Base\"\n", line);
}

}  // namespace

TEST_CASE("metric: a goal of performance with a target and a date", "[guidelines]") {
  CHECK(found(with_goal("")) == kFinds);
  CHECK(found(with_goal("  goal e1RM of back squat + 5% by end of \"Base\"\n")) == kNothing);
  CHECK(found(with_goal("  goal 5RM of back squat 100 kg to 105 kg by end of \"Base\"\n")) ==
        kNothing);
}

TEST_CASE("metric: what the body weighs is no performance, and tracking has no target",
          "[guidelines]") {
  CHECK(found(with_goal("  goal bodyweight 80 kg to 76 kg by end of \"Base\"\n")) == kFinds);
  CHECK(says(said(with_goal("  goal bodyweight 80 kg to 76 kg by end of \"Base\"\n")),
             "no goal of performance"));
  CHECK(found(with_goal("  track sleep, energy, e1RM\n")) == kFinds);
  CHECK(says(said(with_goal("  track sleep, energy, e1RM\n")),
             "tracked, but without a target and a date"));
}

TEST_CASE("metric: one such goal is enough for the plan", "[guidelines]") {
  CHECK(found(with_goal("  goal bodyweight 80 kg to 76 kg by end of \"Base\"\n  goal e1RM of "
                        "back squat + 2% by end of \"Base\"\n")) == kNothing);
}

TEST_CASE("metric: an exception stands at the plan", "[guidelines]") {
  const std::string reason = "no-objective-metric \"trains for company\"\n";
  CHECK(found(with_goal("  allow " + reason)) == kNothing);
  CHECK(found(with_goal("  goal e1RM of back squat + 2% by end of \"Base\"\n  allow " + reason)) ==
        Findings{"warning unused-allow"});
}
