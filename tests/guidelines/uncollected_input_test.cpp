#include <catch2/catch.hpp>

#include "tests/guidelines/findings.h"

using namespace meso::test;

namespace {

Findings found(std::string plan) { return findings_of("uncollected-input", std::move(plan)); }

const Findings kFinds{"error uncollected-input"};

std::string trains(const std::string& condition) {
  return with(bad_example("uncollected-input"), "and not HRV below baseline", condition);
}

// Sessions so many days apart, and a question that only they ask.
std::string asked_every(const std::string& days, const std::string& condition) {
  return R"(plan "Stress"
  level intermediate
  guidelines 2026
  familiar back squat
  signal grip "How strong is your grip?" 1-5
  goal e1RM of back squat + 5% by end of "Base"
  track sleep, energy
gate rested
  refer when pain is sharp or soreness >= 3 for 7 days
  recover when soreness >= 7 or soreness >= 3 for 5 days or )" +
         condition + R"(
  train when soreness <= 2 and energy >= 3 and strength restored
  recover otherwise
rule add(step)
  when all sets done then load + step
  when missed twice in a row then load x 90%, notify coach
block "Base" 6 rotations, 7 sessions a week if rested
  session "Legs"
    at least )" +
         days + R"( after last session
    back squat 1x5 @ RIR 2 add(2.5%)
)";
}

}  // namespace

TEST_CASE("uncollected: a gate that needs a device", "[guidelines]") {
  CHECK(found(trains("and HRV at baseline")) == kFinds);
  CHECK(found(trains("and resting heart rate at baseline")) == kFinds);
  CHECK(says(said(trains("and HRV at baseline")), "gate `rested` never trains without HRV"));
  CHECK(found(trains("and sleep >= 3")) == kNothing);
}

TEST_CASE("uncollected: one way to train without it is enough", "[guidelines]") {
  const std::string both =
      with(trains("and HRV at baseline"), "  recover otherwise\n\nrule",
           "  lighten sets x 70%, RIR + 1 when soreness <= 2 and energy >= 3 and strength "
           "restored\n  recover otherwise\n\nrule");
  CHECK(found(both) == kNothing);
  const std::string last = with(good_example("uncollected-input"), "  train when soreness <= 2",
                                "  train when HRV at baseline and soreness <= 2");
  CHECK(found(last) == kFinds);
}

TEST_CASE("uncollected: what only sessions ask can't last where they are far apart",
          "[guidelines]") {
  CHECK(found(asked_every("2 days", "stress >= 4 for 4 days")) == kNothing);
  CHECK(found(asked_every("3 days", "stress >= 4 for 4 days")) == kFinds);
  CHECK(says(said(asked_every("3 days", "stress >= 4 for 4 days")), "at least 3 days apart"));
  CHECK(found(asked_every("3 days", "grip <= 2 for 4 days")) == kFinds);
  CHECK(found(asked_every("3 days", "mood <= 2 for 4 days")) == kFinds);
  // Rest days offer these.
  CHECK(found(asked_every("3 days", "sleep <= 2 for 4 days")) == kNothing);
  CHECK(found(asked_every("3 days", "energy <= 2 for 4 days")) == kNothing);
  CHECK(found(asked_every("3 days", "stress >= 4")) == kNothing);
}

TEST_CASE("uncollected: a rule waits for a test that no line has", "[guidelines]") {
  const auto rule = [](const std::string& lines) {
    return with(with(good_example("uncollected-input"), "  when all sets done then load + step\n",
                     "  when tested then notify coach\n  when all sets done then load + step\n"),
                "    back squat 3x5 @ RIR 2 add(2.5%)\n", lines);
  };
  CHECK(found(rule("    back squat 3x5 @ RIR 2 add(2.5%)\n")) == kFinds);
  CHECK(found(rule("    back squat 3x5 @ RIR 2 add(2.5%)\n      week 4 test 5RM\n")) == kNothing);
}

TEST_CASE("uncollected: other names, order and units change nothing", "[guidelines]") {
  CHECK(found(R"(plan "Pulls"
  track mood, stress
  units lb
  familiar deadlift
  guidelines 2026
  goal 5RM of deadlift + 10 lb by end of "Base"
rule up(pounds)
  when missed twice in a row then load x 85%, notify coach
  when all sets done then load + pounds
gate morning
  refer when soreness >= 3 for 7 days or pain is sharp
  recover when soreness >= 3 for 5 days or soreness >= 7
  recover when resting heart rate above baseline
  train when resting heart rate at baseline and energy >= 3 and soreness <= 1 and strength restored
  recover otherwise
block "Base" 3 weeks if morning
  session "Pull"
    deadlift 2x5 @ RPE 8 start 300 lb up(5 lb)
)") == kFinds);
}
