#include <catch2/catch.hpp>

#include "tests/guidelines/findings.h"

using namespace meso::test;

namespace {

const std::string kName = "min-gap-hours";

// The finding of this guideline alone; empty without one.
std::string found(const std::string& plan) {
  for (const std::string& finding : findings(plan))
    if (finding.find(kName) != std::string::npos) return finding;
  return "";
}
// Two sessions of these sets, so long behind one another, under a gate that asks no strength.
std::string waiting(const std::string& days, const std::string& sets = "3x10 to failure") {
  const std::string gate =
      "gate own\n  train when soreness <= 2 and energy >= 3\n  recover otherwise\n";
  const auto session = [&](const std::string& name, const std::string& as) {
    return "  session \"" + name + "\"\n    at least " + days +
           " after last session\n    leg extension " + sets + " " + as + "add(2.5%)\n";
  };
  return "plan \"Gap\"\n  level intermediate\n  guidelines 2026\n  familiar leg extension\n"
         "  goal e1RM of leg extension + 5% by end of \"Base\"\n  track sleep, energy\n" +
         gate +
         "rule add(step)\n  when all sets done then load + step\n  when missed twice in a row then "
         "load x 90%\nblock \"Base\" 4 weeks if own\n" +
         session("Legs", "") + session("Legs again", "as again ");
}

}  // namespace

TEST_CASE("min gap: the usual gap, and a day less", "[guidelines]") {
  CHECK(found(waiting("3 days")).empty());
  CHECK(found(waiting("2 days")) == "warning min-gap-hours");
}

TEST_CASE("min gap: less than half is an error", "[guidelines]") {
  // One day after usual work in a block without a first loading week: half of 48 h, no less.
  const auto easy = [](const std::string& days) {
    return with(waiting(days, "5x10 @ RIR 2"), "4 weeks if own", "4 weeks, deload if own");
  };
  CHECK(found(easy("2 days")).empty());
  CHECK(found(easy("1 day")) == "warning min-gap-hours");
  // A novice's gap after hard work is four days; one day is less than half. It isn't said twice
  // where the gate trusts too early.
  const std::string novice = with(waiting("1 day"), "level intermediate", "level novice");
  CHECK(found(novice).empty());
  CHECK(found(with(novice, "train when", "lighten sets x 50% when")) == "error min-gap-hours");
}

TEST_CASE("min gap: a gate that asks for strength needs no fixed gap", "[guidelines]") {
  CHECK(found(with(waiting("2 days"), "and energy >= 3", "and strength restored")).empty());
}

TEST_CASE("min gap: what no gate asks about is said by the graver guideline", "[guidelines]") {
  CHECK(found(with(waiting("2 days"), " if own", "")).empty());
}
