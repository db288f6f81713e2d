#include <catch2/catch.hpp>

#include "tests/guidelines/findings.h"

using namespace meso::test;

namespace {

Findings found(std::string plan) {
  return findings_of("prolonged-soreness-unhandled", std::move(plan));
}

const Findings kError{"error prolonged-soreness-unhandled"},
    kWarning{"warning prolonged-soreness-unhandled"};

// The good example with other stages.
std::string stages(const std::string& refer, const std::string& recover,
                   const std::string& lighten = "sets x 50%") {
  std::string text = good_example("prolonged-soreness-unhandled");
  text = with(text, "soreness >= 3 for 7 days", refer);
  text = with(text, "soreness >= 3 for 5 days", recover);
  return with(text, "sets x 50%", lighten);
}

// A plan without a gate, with a rule that may answer.
std::string ungated(const std::string& rule, const std::string& follow = "  follow sore()\n",
                    const std::string& length = "3 rotations") {
  return R"(plan "Nobody asks"
  level intermediate
  units lb
  guidelines 2026
  familiar leg press
  goal e1RM of leg press + 5% by end of "Base"
  track energy, sleep

rule up(by)
  when all sets done then load + by
  when missed twice in a row then load x 95%, notify coach
)" + rule +
         R"(
block "Base" )" +
         length + "\n" + follow + R"(  session "Legs"
    at least 9 days after last session
    leg press 2x12 @ RPE 7 up(10 lb)
)";
}

}  // namespace

TEST_CASE("prolonged soreness: five days and six, seven and eight, three and four of ten",
          "[guidelines]") {
  CHECK(found(stages("soreness >= 3 for 7 days", "soreness >= 3 for 5 days")) == kNothing);
  CHECK(found(stages("soreness >= 3 for 7 days", "soreness >= 3 for 6 days")) == kError);
  CHECK(found(stages("soreness >= 3 for 7 days", "soreness >= 3 for 4 days")) == kNothing);
  CHECK(found(stages("soreness >= 3 for 8 days", "soreness >= 3 for 5 days")) == kWarning);
  CHECK(found(stages("soreness >= 3 for 6 days", "soreness >= 3 for 5 days")) == kNothing);
  CHECK(found(stages("soreness >= 3 for 7 days", "soreness >= 4 for 5 days")) == kError);
  CHECK(found(stages("soreness >= 4 for 7 days", "soreness >= 3 for 5 days")) == kWarning);
}

TEST_CASE("prolonged soreness: after four days half of the sets, and no more", "[guidelines]") {
  const auto gate = [](const std::string& lighten) {
    return stages("soreness >= 3 for 7 days", "soreness >= 3 for 5 days", lighten);
  };
  CHECK(found(gate("sets x 50%")) == kNothing);
  CHECK(found(gate("sets x 51%")) == kWarning);
  CHECK(found(gate("load x 90%, RIR + 2")) == kWarning);
  CHECK(found(gate("sets - 1")) == kWarning);  // two of three
  CHECK(found(gate("sets - 2")) == kNothing);
  CHECK(says(said(gate("sets x 70%")),
             "gives 70 % of the sets of \"Legs\" after 4 days of soreness 3"));
}

TEST_CASE("prolonged soreness: a gate that holds back but sends nobody on is a warning",
          "[guidelines]") {
  const std::string held = with(bad_example("prolonged-soreness-unhandled"),
                                "  lighten   sets x 50%   when soreness <= 3 and not soreness "
                                "impairs and strength restored\n",
                                "");
  CHECK(found(held) == kWarning);
  CHECK(says(said(held), "after 7 days of soreness 3 it says recover"));
  CHECK(found(with(held, "if own", "if ready")) == kNothing);
}

TEST_CASE("prolonged soreness: an answer to one group is none to another", "[guidelines]") {
  const std::string one = stages("soreness >= 3 for 7 days", "soreness of chest >= 3 for 5 days");
  CHECK(found(one) == kError);
}

TEST_CASE("prolonged soreness: where no gate asks a rule may answer", "[guidelines]") {
  CHECK(found(ungated("", "")) == kError);
  const auto rule = [](const std::string& clause) { return "\nrule sore()\n  " + clause + "\n"; };
  CHECK(found(ungated(rule("when sore at start 3 times in a row then notify coach"))) == kNothing);
  CHECK(found(ungated(rule("when sore at start 4 times in a row then notify coach"))) == kError);
  CHECK(found(ungated(rule("when soreness >= 3 for 5 days then end block"))) == kNothing);
  CHECK(found(ungated(rule("when soreness >= 3 for 6 days then end block"))) == kError);
  CHECK(found(ungated(rule("when still sore then hold"))) == kError);
  CHECK(found(ungated(rule("when energy <= 2 then end block"))) == kError);
}

TEST_CASE("prolonged soreness: one session alone, and a group that a gate asks about",
          "[guidelines]") {
  CHECK(found(ungated("", "", "1 rotation")) == kNothing);
  CHECK(found(ungated("", "", "2 rotations")) == kError);
  CHECK(says(said(ungated("", "", "2 rotations")), "2 sessions without a gate"));
  const std::string beside = ungated("", "") +
                             "  session \"Legs, asked\" if ready\n    at least 9 days after last "
                             "session\n    leg press 2x12 @ RPE 7 as asked up(10 lb)\n";
  CHECK(found(beside) == kNothing);
}
