#include <catch2/catch.hpp>

#include "tests/guidelines/findings.h"

using namespace meso::test;

namespace {

Findings found(std::string plan) { return findings_of("single-reading-trigger", std::move(plan)); }

const Findings kFinds{"warning single-reading-trigger"};

// The good plan with this clause in the rule that its block follows.
std::string tired(const std::string& clause) {
  return with(good_example("single-reading-trigger"),
              "when sleep <= 2 for 2 days then insert \"Easy week\", at most 1 time", clause);
}
// And with these in the rule of its line.
std::string line(const std::string& clauses) {
  return with(good_example("single-reading-trigger"),
              "  when all sets done then load + step\n"
              "  when missed twice in a row and resets >= 1 then load x 90%, notify coach\n"
              "  when missed twice in a row then load x 90%\n",
              clauses);
}
std::string cuts(const std::string& guard, const std::string& change = "load x 90%, notify coach") {
  return line("  when all sets done then load + step\n  when " + guard + " then " + change + "\n");
}

}  // namespace

TEST_CASE("one reading: reports on one day, and over three mornings", "[guidelines]") {
  for (const char* report : {"sleep <= 2", "energy <= 1", "soreness >= 4", "sore at start"}) {
    CAPTURE(report);
    CHECK(found(tired("when " + std::string(report) +
                      " then insert \"Easy week\", at most 1 time")) == kFinds);
  }
  CHECK(found(tired("when sleep <= 2 for 1 day then insert \"Easy week\", at most 1 time")) ==
        kFinds);
  CHECK(found(tired("when sleep <= 2 for 2 days then insert \"Easy week\", at most 1 time")) ==
        kNothing);
  CHECK(found(tired("when sore at start twice in a row then insert \"Easy week\", at most 1 "
                    "time")) == kNothing);
}

TEST_CASE("one reading: means, flags and tests are no single readings", "[guidelines]") {
  CHECK(found(tired("when HRV below baseline then insert \"Easy week\", at most 1 time")) ==
        kNothing);
  CHECK(found(tired("when pain is sharp then end block, notify coach")) == kNothing);
  CHECK(found(tired("when week ends then hold")) == kNothing);
}

TEST_CASE("one reading: one missed exposure, and two", "[guidelines]") {
  CHECK(found(cuts("missed")) == kFinds);
  CHECK(says(said(cuts("missed")), "one bad day is enough in rule `add`"));
  CHECK(found(cuts("missed twice in a row")) == kNothing);
  CHECK(found(cuts("missed and resets >= 1")) == kFinds);
  CHECK(found(cuts("worse than last or missed twice in a row")) == kFinds);
  CHECK(found(cuts("reps of last set <= 3")) == kFinds);
  CHECK(found(cuts("block ends and missed once this block")) == kNothing);
}

TEST_CASE("one reading: the same by elimination", "[guidelines]") {
  CHECK(found(line("  when all sets done then load + step\n  otherwise load x 90%\n")) == kFinds);
  CHECK(found(line("  when all sets done then load + step\n  when missed twice in a row then "
                   "load x 90%, notify coach\n  otherwise hold\n")) == kNothing);
}

TEST_CASE("one reading: what lasts, and what doesn't", "[guidelines]") {
  for (const char* change : {"load x 90%", "load - 5 kg", "sets - 1", "end block", "repeat week"}) {
    CAPTURE(change);
    CHECK(says(said(cuts("missed", std::string(change) + ", notify coach")),
               "one bad day is enough"));
  }
  for (const char* change : {"hold", "notify coach", "load x 90% next time", "RIR + 1"}) {
    CAPTURE(change);
    CHECK_FALSE(says(said(cuts("missed", change)), "one bad day is enough"));
  }
}

TEST_CASE("one reading: a factor that is a parameter", "[guidelines]") {
  const auto factor = [](const std::string& value) {
    return with(
        with(cuts("missed", "load x step, notify coach"), "then load + step", "then load + 2.5 kg"),
        "add(2.5%)", "add(" + value + ")");
  };
  CHECK(says(said(factor("90%")), "one bad day is enough"));
  CHECK_FALSE(says(said(factor("100%")), "one bad day is enough"));
}

TEST_CASE("one reading: other names, order and units change nothing", "[guidelines]") {
  CHECK(found(R"(plan "Pulls"
  track mood, stress
  units lb
  familiar deadlift
  guidelines 2026
  goal 5RM of deadlift + 10 lb by end of "Base"
rule up(pounds)
  when missed then load x 85%, notify coach
  when all sets done then load + pounds
block "Base" 3 weeks if ready
  session "Pull"
    deadlift 2x5 @ RPE 8 start 300 lb up(5 lb)
)") == kFinds);
}
