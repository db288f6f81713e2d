#include <catch2/catch.hpp>

#include "tests/guidelines/findings.h"

using namespace meso::test;

namespace {

Findings found(std::string plan) {
  return findings_of("increase-without-performance", std::move(plan));
}

const Findings kFinds{"error increase-without-performance"};

// The good plan with this clause as the one that adds.
std::string adds(const std::string& clause) {
  return with(good_example("increase-without-performance"),
              "when all sets done and sets < most then sets + 1", clause);
}
// Three weeks of fixed kilograms, or of what else `weeks` says.
std::string weeks(const std::string& weeks, const std::string& sets = "3x5 100 kg @ RIR 2") {
  return R"(plan "By the calendar"
  level intermediate
  guidelines 2026
  input 1RM of bench press
  familiar bench press
  goal e1RM of bench press + 5% by end of "Base"
  track sleep, energy
block "Base" 3 weeks if ready
)" + weeks +
         "  session \"Bench\"\n    bench press " + sets + "\n";
}

}  // namespace

TEST_CASE("increase: what a result earns passes", "[guidelines]") {
  for (const char* guard :
       {"all sets done", "all sets reach top of range", "better than last", "much better than last",
        "reps of last set >= 6", "total reps >= 26", "extra reps >= 2", "RIR of last set >= 3",
        "not missed", "same as last and all sets done", "all sets done every time this week",
        "all sets done or better than last"}) {
    CAPTURE(guard);
    CHECK(found(adds("when " + std::string(guard) + " then reps + 1, up to 8")) == kNothing);
  }
}

TEST_CASE("increase: what no result earns doesn't", "[guidelines]") {
  for (const char* guard :
       {"week ends", "exposures >= 2", "energy >= 4", "same as last", "worse than last", "missed",
        "RIR of last set <= 1", "all sets done or energy >= 4", "sets < most"}) {
    CAPTURE(guard);
    CHECK(found(adds("when " + std::string(guard) + " then reps + 1, up to 8")) == kFinds);
  }
}

TEST_CASE("increase: the same by elimination", "[guidelines]") {
  CHECK(found(adds("when missed then hold\n  otherwise load + 2.5%")) == kNothing);
  CHECK(found(adds("otherwise load + 2.5%")) == kFinds);  // a single miss still gets more
}

TEST_CASE("increase: harder in other ways counts too", "[guidelines]") {
  for (const char* change : {"load + 2.5%", "load x 105%", "reps + 1", "RIR - 1", "rest - 10 s"}) {
    CAPTURE(change);
    CHECK(found(adds("when week ends then " + std::string(change))) == kFinds);
  }
  const std::string ladder = R"(plan "Ladder"
  level novice
  guidelines 2026
  familiar incline push up, push up
  goal reps of push up 5 to 10 by end of "Base"
  track sleep, energy
rule climb()
  when missed twice in a row then previous variation, notify coach
  when week is 2 then next variation
block "Base" 4 weeks if ready
  session "Push"
    incline push up -> push up 3x6-12 @ RIR 3 climb()
)";
  CHECK(found(ladder) == kFinds);
  CHECK(found(with(ladder, "week is 2", "all sets reach top of range")) == kNothing);
}

TEST_CASE("increase: other names, order and units change nothing", "[guidelines]") {
  CHECK(found(R"(plan "Pulls"
  units lb
  track mood, stress
  familiar barbell row
  guidelines 2026
  level advanced
  goal e1RM of barbell row + 10 lb by end of "Block one"
rule weekly(pounds)
  when week ends then load + pounds
  when missed 3 times in a row then load x 85%, notify coach
block "Block one" 3 weeks if ready
  session "Rows"
    barbell row 4x8 @ RIR 2 start 150 lb weekly(5 lb)
)") == kFinds);
}

TEST_CASE("increase: kilograms by the calendar, and percentages", "[guidelines]") {
  const std::string one_kilo = weeks("  week 2 load + 1 kg\n");
  CHECK(found(one_kilo) == kFinds);
  CHECK(says(said(one_kilo), "bench press gets 1 kg heavier in week 2 of \"Base\""));
  CHECK_FALSE(says(said(weeks("  week 2 load - 1 kg\n  week 3 load - 2 kg\n")), "heavier"));
  CHECK(says(said(weeks("  week 2 load - 2 kg\n  week 3 load - 1 kg\n")),
             "bench press gets 1 kg heavier in week 3"));
  CHECK(found(weeks("  week 2-3 load + 2.5 kg\n", "3x5 70%")) == kFinds);
  // In percent of a max, with more sets, or with fewer reps: a planned wave.
  CHECK(found(weeks("", "3x5 70%\n      week 2 3x5 75%\n      week 3 3x5 80%")) == kNothing);
  CHECK(found(weeks("  week 2 sets + 1\n  week 3 RIR - 1\n")) == kNothing);
  CHECK(found(weeks("", "3x5 100 kg\n      week 2 3x3 105 kg\n      week 3 3x2 110 kg")) ==
        kNothing);
  CHECK(found(weeks("", "3x5 100 kg\n      week 2 3x5 105 kg\n      week 3 3x5 110 kg")) == kFinds);
  CHECK(found(weeks("  week 2 deload load + 5 kg\n")) == kNothing);
}

TEST_CASE("increase: a gate adds nothing", "[guidelines]") {
  const std::string plan = with(good_example("increase-without-performance"), "if ready", "if own");
  const auto gate = [&](const std::string& changes) {
    return with(plan, "rule more(most)",
                "gate own\n  recover when pain is sharp\n  lighten " + changes +
                    " when energy >= 5\n  train when energy >= 3\n  recover otherwise\nrule "
                    "more(most)");
  };
  CHECK(says(said(gate("sets + 1")), "gives more work for a good check-in"));
  CHECK_FALSE(says(said(gate("sets - 1")), "gives more work for a good check-in"));
}

TEST_CASE("increase: what soreness alone earns is told once, by soreness-drives-overload",
          "[guidelines]") {
  CHECK(findings(adds("when never sore then sets + 1, up to 6")) ==
        Findings{"error soreness-drives-overload"});
  CHECK(found(adds("when recovered in time and same as last then sets + 1, up to 6")) == kFinds);
}
