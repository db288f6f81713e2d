#include <catch2/catch.hpp>

#include "tests/guidelines/findings.h"

using namespace meso::test;

namespace {

const Findings kFinds{"error punitive-or-extreme-volume"};

// Three weeks of one line, then another.
std::string plan(const std::string& before, const std::string& after,
                 const std::string& more = "") {
  const auto block = [](const std::string& name, const std::string& line) {
    return "\nblock \"" + name + "\" 3 weeks if ready\n  session \"Legs\"\n    " + line + "\n";
  };
  return "plan \"Work\"\n  level advanced\n  units lb\n  guidelines 2026\n"
         "  familiar leg extension, leg press\n" +
         more +
         "  goal e1RM of leg extension + 5% by end of \"Then\"\n  track sleep, energy\n"
         "\nrule add(step)\n  when all sets done then load + step\n"
         "  when missed twice in a row and resets >= 2 then load x 90%, notify coach\n"
         "  when missed twice in a row then load x 90%\n" +
         block("First", before) + block("Then", after);
}
std::string reps(int sets, int each, const std::string& rir = "") {
  return "leg extension " + std::to_string(sets) + "x" + std::to_string(each) + rir + " add(2.5%)";
}
Findings of_stunts(const std::string& text) {
  Findings out;
  for (const std::string& f : findings(text))
    if (says(f, "punitive")) out.push_back(f);
  return out;
}

}  // namespace

TEST_CASE("extreme: a hundred reps of a lift, one more and less", "[guidelines]") {
  CHECK(of_stunts(plan(reps(2, 20), reps(4, 25))) == kNothing);
  CHECK(of_stunts(plan(reps(2, 20), reps(1, 101))) == kFinds);
  CHECK(says(said(plan(reps(2, 20), reps(1, 101))),
             "101 reps of leg extension in one session of week 1 of \"Then\""));
  CHECK(says(said(plan(reps(2, 20), reps(1, 101))), "the most in the four weeks before was 40"));
}

TEST_CASE("extreme: unless the athlete is used to it, less a fifth", "[guidelines]") {
  CHECK(of_stunts(plan(reps(5, 20), reps(5, 24))) == kNothing);  // 100 -> 120
  CHECK(of_stunts(plan(reps(5, 20), reps(5, 25))) == kFinds);    // 100 -> 125
  CHECK(of_stunts(plan(reps(6, 20), reps(6, 20))) == kNothing);  // familiar in the first week
  CHECK(of_stunts(with(plan(reps(6, 20), reps(6, 20)), "familiar leg extension, leg press",
                       "familiar leg press")) == kFinds);
}

TEST_CASE("extreme: `reps` in as many sets as it takes", "[guidelines]") {
  CHECK(of_stunts(plan(reps(2, 20), "leg extension 100 reps add(2.5%)")) == kNothing);
  CHECK(of_stunts(plan(reps(2, 20), "leg extension 120 reps add(2.5%)")) == kFinds);
}

TEST_CASE("extreme: sixty sets x reps x %1RM of a group", "[guidelines]") {
  // Ten reps with two in reserve are 71 % of 1RM.
  CHECK(of_stunts(plan(reps(4, 10, " @ RIR 2"), reps(8, 10, " @ RIR 2"))) == kNothing);  // 57
  CHECK(of_stunts(plan(reps(4, 10, " @ RIR 2"), reps(9, 10, " @ RIR 2"))) == kFinds);    // 64
  CHECK(says(said(plan(reps(4, 10, " @ RIR 2"), reps(9, 10, " @ RIR 2"))),
             "quads: sets x reps x %1RM come to 64"));
}

TEST_CASE("extreme: a load by bodyweight alone", "[guidelines]") {
  const auto with_default = [](const std::string& value) {
    return plan(reps(2, 20), "leg press 3x8 60% @ RIR 3",
                "  input bodyweight\n  input 1RM of leg press default " + value + "\n");
  };
  CHECK(of_stunts(with_default("150% of bodyweight")) == kFinds);
  CHECK(of_stunts(with_default("300 lb")) == kNothing);
  CHECK(says(said(with_default("150% of bodyweight")),
             "150% of bodyweight, however strong the athlete is"));
  const std::string rule = with(plan(reps(2, 20), reps(2, 20), "  input bodyweight\n"),
                                "then load x 90%\n\n", "then load to 50% of bodyweight\n\n");
  CHECK(of_stunts(rule) == kFinds);
}

TEST_CASE("extreme: more sets in less time", "[guidelines]") {
  const auto week = [](const std::string& changes) {
    return with(plan(reps(3, 10), "leg extension 3x10 rest 2 min add(2.5%)"),
                "block \"Then\" 3 weeks if ready\n",
                "block \"Then\" 3 weeks if ready\n  week 2 " + changes + "\n");
  };
  CHECK(of_stunts(week("sets + 1")) == kNothing);
  CHECK(of_stunts(week("rest - 30 s")) == kNothing);
  CHECK(of_stunts(week("sets + 1, rest - 30 s")) == kFinds);
  CHECK(of_stunts(week("sets - 1, rest - 30 s")) == kNothing);
}
