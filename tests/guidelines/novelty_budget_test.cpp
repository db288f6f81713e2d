#include <catch2/catch.hpp>

#include "tests/guidelines/findings.h"

using namespace meso::test;

namespace {

const Findings kWarning{"warning novelty-budget"}, kError{"error novelty-budget"};

// Four weeks of leg extensions, then fewer of them beside two new lifts for the quads.
std::string plan(int kept, int first, int second, const std::string& familiar = "leg extension",
                 const std::string& weeks = "4") {
  const auto line = [](const std::string& lift, int sets) {
    return "    " + lift + " " + std::to_string(sets) + "x12 @ RIR 4 add(2.5%)\n";
  };
  const int all = kept + first + second;
  return "plan \"Legs\"\n  level advanced\n  guidelines 2026\n  familiar " + familiar +
         "\n  goal e1RM of leg extension + 5% by end of \"Base\"\n  track sleep, energy\n"
         "\nrule add(step)\n  when all sets done then load + step\n"
         "  when missed twice in a row and resets >= 2 then load x 90%, notify coach\n"
         "  when missed twice in a row then load x 90%\n\nblock \"Base\" " +
         weeks + " weeks if ready\n  session \"Legs\"\n" + line("leg extension", all) +
         "\nblock \"More\" 4 weeks if ready\n  session \"Legs\"\n" + line("leg extension", kept) +
         "  session \"New\"\n" + line("single-leg leg extension", first) +
         (second > 0 ? line("sissy squat", second) : "");
}

// Of the block that brings them; other findings on new lifts are other guidelines'.
Findings of_novelty(const std::string& text) {
  Findings out;
  for (const std::string& f : findings(text))
    if (says(f, "novelty-budget")) out.push_back(f);
  return out;
}

}  // namespace

TEST_CASE("novelty: a quarter and three fifths of a group's sets, one set more and less",
          "[guidelines]") {
  CHECK(of_novelty(plan(12, 2, 2)) == kNothing);  // 25 %
  CHECK(of_novelty(plan(11, 2, 2)) == kWarning);
  CHECK(of_novelty(plan(4, 3, 3)) == kWarning);  // 60 %
  CHECK(of_novelty(plan(3, 3, 3)) == kError);
  CHECK(says(said(plan(3, 3, 3)),
             "quads: 6 of 9 hard sets are on 2 new lifts in week 1 of \"More\", 67 %"));
  CHECK(says(said(plan(3, 3, 3)), "the bound is 60 %"));
}

TEST_CASE("novelty: one new lift at a time, and less than three sets, are always fine",
          "[guidelines]") {
  CHECK(of_novelty(plan(1, 3, 0)) == kNothing);
  CHECK(of_novelty(plan(1, 1, 1)) == kNothing);
  CHECK(of_novelty(plan(1, 2, 1)) == kError);
}

TEST_CASE("novelty: what the athlete did in the last four weeks isn't new", "[guidelines]") {
  const std::string all = "leg extension, single-leg leg extension, sissy squat";
  CHECK(of_novelty(plan(3, 3, 3, all)) == kNothing);
  CHECK(of_novelty(plan(3, 3, 3, all, "5")) == kError);  // five weeks ago is long ago
  CHECK(of_novelty(plan(3, 3, 3, "leg extension, sissy squat")) == kNothing);
}

TEST_CASE("novelty: the first week is as new as it is", "[guidelines]") {
  CHECK(of_novelty(plan(3, 3, 3, "bench press", "1")) == kError);
  CHECK(of_novelty("plan \"Start\"\n  level novice\n  guidelines 2026\n"
                   "  goal load of leg press + 10% by end of \"Base\"\n\nblock \"Base\" 4 weeks\n"
                   "  session \"A\"\n    leg press 3x12 @ RIR 4\n    leg extension 3x12 @ RIR 4\n"
                   "    sissy squat 3x12 @ RIR 4\n") == kNothing);
}

TEST_CASE("novelty: other names, order and units", "[guidelines]") {
  std::string bad = with(bad_example("novelty-budget"), "Machines", "Montag");
  bad = with(bad, "level intermediate\n", "units lb\n  level advanced\n");
  bad = with(bad,
             "    machine chest press 2x10 @ RIR 4 add(2.5%)\n    pec deck 2x12 @ RIR 4 add(2.5%)",
             "    pec deck 2x12 @ RIR 4 add(5 lb)\n    machine chest press 2x10 @ RIR 4 add(2.5%)");
  CHECK(of_novelty(bad) == kError);
}

TEST_CASE("novelty: a choice with a known lift in it, and `any`, are no news", "[guidelines]") {
  const std::string choice = with(plan(3, 3, 3), "sissy squat", "leg extension or sissy squat");
  CHECK(of_novelty(choice) == kNothing);
}
