#include <catch2/catch.hpp>

#include "tests/guidelines/findings.h"

using namespace meso::test;

namespace {

Findings found(std::string plan) { return findings_of("metric-mix", std::move(plan)); }

const Findings kFinds{"warning metric-mix"};

std::string tracks(const std::string& line) {
  return with(good_example("metric-mix"), "  track sleep, energy\n", line);
}

}  // namespace

TEST_CASE("metric mix: two felt measures, and one", "[guidelines]") {
  CHECK(found(tracks("  track sleep, energy\n")) == kNothing);
  CHECK(found(tracks("  track sleep\n")) == kFinds);
  CHECK(found(tracks("")) == kFinds);
  CHECK(says(said(tracks("")), "nothing is tracked of how the athlete feels"));
  CHECK(says(said(tracks("  track energy\n")), "track sleep\n"));
}

TEST_CASE("metric mix: what is felt, and what isn't", "[guidelines]") {
  CHECK(found(tracks("  track mood, confidence\n")) == kNothing);
  CHECK(found(tracks("  track movement quality, technique\n")) == kNothing);
  CHECK(found(tracks("  track bodyweight, HRV, waist\n")) == kFinds);
  CHECK(found(tracks("  track sleep, sleep\n")) == kFinds);
  CHECK(found(tracks("  track sleep\n  goal energy 3 to 4 by end of \"Base\"\n")) == kNothing);
  CHECK(found(tracks("  track sleep\n  signal grip \"How is your grip?\" 1-5\n")) == kNothing);
}

TEST_CASE("metric mix: a plan without anything objective is told once", "[guidelines]") {
  const std::string felt_alone = with(tracks("  track sleep, energy\n"),
                                      "  goal e1RM of back squat + 5% by end of \"Base\"\n", "");
  CHECK(findings(felt_alone) == Findings{"error no-objective-metric"});
}

TEST_CASE("metric mix: other names, order and units change nothing", "[guidelines]") {
  CHECK(found(R"(plan "Pulls"
  track bodyweight, stress
  units lb
  familiar deadlift
  guidelines 2026
  goal 5RM of deadlift + 10 lb by end of "Base"
rule up(pounds)
  when missed twice in a row then load x 90%, notify coach
  when all sets done then load + pounds
block "Base" 3 weeks if ready
  session "Pull"
    deadlift 2x5 @ RPE 8 start 300 lb up(5 lb)
)") == kFinds);
}
