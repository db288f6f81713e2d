#include <catch2/catch.hpp>

#include "tests/guidelines/findings.h"

using namespace meso::test;

namespace {

Findings found(std::string plan) { return findings_of("rest-interval", std::move(plan)); }

const Findings kFinds{"note rest-interval"};

std::string plan(const std::string& line, const std::string& input = "1RM of deadlift") {
  return "plan \"Rest\"\n  level advanced\n  units lb\n  guidelines 2026\n  input " + input +
         "\n  familiar deadlift\n  goal e1RM of deadlift + 5% by end of \"Base\"\n"
         "  track sleep, energy\n\nrule raise(step)\n  when all sets done then 1RM + step\n"
         "  when missed twice in a row and resets >= 2 then 1RM x 95%, notify coach\n"
         "  when missed twice in a row then 1RM x 95%\n"
         "\nblock \"Base\" 4 weeks if ready\n  session \"Pull\"\n    deadlift " +
         line + " raise(2.5%)\n";
}

}  // namespace

TEST_CASE("rest: two minutes, a second more and less", "[guidelines]") {
  CHECK(found(plan("4x3 80% rest 120 s")) == kNothing);
  CHECK(found(plan("4x3 80% rest 119 s")) == kFinds);
  CHECK(found(plan("4x3 80% rest 90-120 s")) == kNothing);
  CHECK(says(said(plan("4x3 80% rest 90 s")), "deadlift at 80 % of 1RM has a rest of 90 s"));
}

TEST_CASE("rest: from 80 % on, one more and less", "[guidelines]") {
  CHECK(found(plan("4x3 79% rest 90 s")) == kNothing);
  CHECK(found(plan("4x3 81% rest 1 min")) == kFinds);
}

TEST_CASE("rest: a training max and a rep max are turned into 1RM", "[guidelines]") {
  const auto of = [](const std::string& percent) {
    const std::string text = plan("4x2 " + percent + " rest 60 s", "training max of deadlift");
    return with(text, "then 1RM", "then training max");
  };
  CHECK(found(of("88%")) == kNothing);  // 79.2
  CHECK(found(of("89%")) == kFinds);    // 80.1
}

TEST_CASE("rest: no percentage, a single set, a superset", "[guidelines]") {
  CHECK(found(plan("1x3 85% rest 60 s")) == kNothing);
  CHECK(found(with(plan("4x3 85% rest 60 s"), "    deadlift", "    A1 deadlift")) == kNothing);
}
