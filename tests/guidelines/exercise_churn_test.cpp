#include <catch2/catch.hpp>

#include "tests/guidelines/findings.h"

using namespace meso::test;

namespace {

Findings found(std::string plan) { return findings_of("exercise-churn", std::move(plan)); }

const Findings kFinds{"warning exercise-churn"};

// One lift for some weeks, then another for as long as it takes.
std::string plan(int weeks, const std::string& first, const std::string& second,
                 const std::string& goal = "bench press", const std::string& between = "") {
  const auto block = [](const std::string& name, int n, const std::string& lift) {
    return "\nblock \"" + name + "\" " + std::to_string(n) +
           " weeks if ready\n  session \"Legs\"\n    bench press 3x6 @ RIR 2 add(2.5%)\n    " +
           lift + " 2x8 @ RIR 4 add(2.5%)\n";
  };
  return "plan \"Legs\"\n  level advanced\n  units lb\n  guidelines 2026\n"
         "  familiar bench press\n  goal e1RM of " +
         goal +
         " + 5% by end of \"Later\"\n  track sleep, energy\n\nrule add(step)\n"
         "  when all sets done then load + step\n"
         "  when missed twice in a row and resets >= 2 then load x 90%, notify coach\n"
         "  when missed twice in a row then load x 90%\n" +
         block("Soon", weeks, first) + between + block("Later", 8, second);
}

}  // namespace

TEST_CASE("churn: four weeks, one week more and less", "[guidelines]") {
  CHECK(found(plan(3, "leg press", "hack squat")) == kFinds);
  CHECK(found(plan(4, "leg press", "hack squat")) == kNothing);
  CHECK(says(said(plan(3, "leg press", "hack squat")),
             "leg press stays for 3 weeks, then it is hack squat"));
  CHECK(says(said(plan(3, "leg press", "hack squat")), "the least is 4 weeks"));
}

TEST_CASE("churn: six weeks for a lift that a goal names", "[guidelines]") {
  CHECK(found(plan(5, "leg press", "hack squat", "leg press")) == kFinds);
  CHECK(found(plan(6, "leg press", "hack squat", "leg press")) == kNothing);
  CHECK(says(said(plan(5, "leg press", "hack squat", "leg press")),
             "the least is 6 weeks for a lift that a goal names"));
}

TEST_CASE("churn: a deload counts, whatever stands in it", "[guidelines]") {
  const std::string easy =
      "\nblock \"Easy\" 1 week, deload if ready\n  session \"Legs\"\n    bench press 2x6 @ RIR 4\n"
      "    leg extension 1x10 @ RIR 5\n";
  CHECK(found(plan(3, "leg press", "hack squat", "bench press", easy)) == kNothing);
  CHECK(found(plan(2, "leg press", "hack squat", "bench press", easy)) == kFinds);
}

TEST_CASE("churn: other muscles replace nothing", "[guidelines]") {
  CHECK(found(plan(2, "leg press", "lat pulldown")) == kNothing);
}

TEST_CASE("churn: what the athlete brings has been there before", "[guidelines]") {
  const std::string brings = with(plan(2, "leg press", "hack squat"), "familiar bench press",
                                  "familiar bench press, leg press");
  CHECK(found(brings) == kNothing);
}

TEST_CASE("churn: lifts that come back within four weeks never left", "[guidelines]") {
  std::string weeks = "block \"Soon\" 6 weeks if ready\n";
  for (int week = 1; week <= 6; ++week)
    weeks += "  week " + std::to_string(week) +
             "\n    session \"Legs\"\n      bench press 3x6 @ RIR 2 add(2.5%)\n      " +
             (week % 2 == 0 ? "leg press" : "hack squat") + " 2x8 @ RIR 4 add(2.5%)\n";
  std::string text = plan(4, "leg press", "hack squat", "bench press");
  text = text.substr(0, text.find("\nblock")) + "\n" + weeks;
  text = with(text, "by end of \"Later\"", "by end of \"Soon\"");
  CHECK(found(text) == kNothing);
}

TEST_CASE("churn: a new variant every week is one finding, with all of them", "[guidelines]") {
  const std::string bad = bad_example("exercise-churn");
  CHECK(found(bad) == kFinds);
  CHECK(says(said(bad), "back squat stays for 1 week, then it is leg press"));
}
