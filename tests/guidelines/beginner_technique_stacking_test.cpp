#include <catch2/catch.hpp>

#include "tests/guidelines/findings.h"

using namespace meso::test;

namespace {

const Findings kWarning{"warning beginner-technique-stacking"},
    kError{"error beginner-technique-stacking"};

std::string plan(const std::string& lines, const std::string& more = "",
                 const std::string& level = "novice") {
  return "plan \"Beginner\"\n  level " + level + "\n  units lb\n  guidelines 2026\n" + more +
         "  goal load of leg press + 20% by end of \"Base\"\n  track sleep, energy\n"
         "\nrule add(step)\n  when all sets done then load + step\n"
         "  when missed twice in a row and resets >= 2 then load x 90%, notify coach\n"
         "  when missed twice in a row then load x 90%\n\nrule build(most)\n"
         "  when all sets done twice in a row then sets + 1, up to most\n"
         "  when missed twice in a row then sets to start, notify coach\n"
         "\nblock \"Base\" 8 weeks if ready\n  session \"Legs\"\n" +
         lines;
}
Findings of_beginner(const std::string& text) {
  Findings out;
  for (const std::string& f : findings(text))
    if (says(f, "beginner-technique")) out.push_back(f);
  return out;
}
std::string sets(int n) { return "    leg press " + std::to_string(n) + "x8 @ RIR 3 add(2.5%)\n"; }

}  // namespace

TEST_CASE("beginner: four sets of a lift, one more and less", "[guidelines]") {
  CHECK(of_beginner(plan(sets(4))) == kNothing);
  CHECK(of_beginner(plan(sets(5))) == kWarning);
  CHECK(says(said(plan(sets(5))), "\"Legs\" asks a beginner for 5 sets of leg press"));
  CHECK(of_beginner(plan(sets(3) + with(sets(2), "add", "as light add"))) ==
        kWarning);  // on two lines
}

TEST_CASE("beginner: what a rule may add counts", "[guidelines]") {
  CHECK(of_beginner(plan("    leg press 3x8 @ RIR 3 build(4)\n")) == kNothing);
  CHECK(of_beginner(plan("    leg press 3x8 @ RIR 3 build(5)\n")) == kWarning);
}

TEST_CASE("beginner: twelve hard sets of a group, one more and less", "[guidelines]") {
  const std::string nine = sets(4) +
                           "    leg extension 4x10 @ RIR 3 add(2.5%)\n"
                           "    single-leg leg extension 4x10 @ RIR 3 add(2.5%)\n";
  CHECK(of_beginner(plan(nine)) == kNothing);
  CHECK(of_beginner(plan(nine + "    sissy squat 1x10 @ RIR 3 add(2.5%)\n")) == kError);
  CHECK(says(said(plan(nine + "    sissy squat 1x10 @ RIR 3 add(2.5%)\n")),
             "13 hard sets for quads"));
}

TEST_CASE("beginner: techniques, and the styles that are none", "[guidelines]") {
  for (const char* style : {"drop set 1 x 80%", "rest-pause 2", "myo-reps 3x5"})
    CHECK(of_beginner(plan("    leg press 2x12 @ RIR 3 " + std::string(style) + " add(2.5%)\n")) ==
          kError);
}

TEST_CASE("beginner: no maximum in the first four weeks", "[guidelines]") {
  const auto test_in = [](const std::string& week) {
    return plan("    leg press 3x8 @ RIR 3 add(2.5%)\n      week " + week + " test 1RM\n");
  };
  CHECK(of_beginner(test_in("4")) == kError);
  CHECK(of_beginner(test_in("5")) == kNothing);
  CHECK(of_beginner(with(test_in("4"), "test 1RM", "test 5RM")) == kNothing);
}

TEST_CASE("beginner: who knows a lift, or isn't a novice, is none", "[guidelines]") {
  CHECK(of_beginner(plan(sets(6), "  familiar leg press\n")) == kNothing);
  CHECK(of_beginner(plan(sets(6), "", "intermediate")) == kNothing);
}
