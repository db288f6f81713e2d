#include <catch2/catch.hpp>

#include "tests/guidelines/findings.h"

using namespace meso::test;

namespace {

Findings found(std::string plan) { return findings_of("first-exposure-dose", std::move(plan)); }

const Findings kFinds{"warning first-exposure-dose"};

std::string plan(const std::string& lines, const std::string& familiar = "bench press",
                 const std::string& level = "intermediate") {
  return "plan \"First\"\n  level " + level + "\n  units lb\n  guidelines 2026\n  familiar " +
         familiar +
         "\n  goal e1RM of bench press + 5% by end of \"Base\"\n  track sleep, energy\n"
         "\nrule add(step)\n  when all sets done then load + step\n"
         "  when missed twice in a row and resets >= 2 then load x 90%, notify coach\n"
         "  when missed twice in a row then load x 90%\n\nblock \"Base\" 8 weeks if ready\n"
         "  session \"Press\"\n    bench press 3x6 @ RIR 2 add(2.5%)\n  session \"Legs\"\n" +
         lines;
}
// Later sets, then those of the first week.
std::string start(int later, int first, const std::string& rir = "3") {
  return plan("    leg press " + std::to_string(later) + "x10 @ RIR 3 add(2.5%)\n      week 1 " +
              std::to_string(first) + "x10 @ RIR " + rir + "\n");
}

// More sets later are volume-jump's business, too.
Findings of_first(const std::string& text) {
  Findings out;
  for (const std::string& f : found(text))
    if (says(f, "first-exposure")) out.push_back(f);
  return out;
}

}  // namespace

TEST_CASE("first time: 60 % of the later sets, one set more and less", "[guidelines]") {
  CHECK(found(start(5, 3)) == kNothing);
  CHECK(found(start(5, 4)) == kFinds);
  CHECK(found(start(3, 2)) == kNothing);  // 1.8, rounded as weeks round sets
  CHECK(found(start(3, 3)) == kFinds);
  CHECK(says(said(start(5, 4)), "leg press is new and starts with 4 sets at RIR 3"));
  CHECK(says(said(start(5, 4)), "the bound for a first time is 3 sets and RIR 3"));
}

TEST_CASE("first time: two sets are always fine, more than four never", "[guidelines]") {
  CHECK(found(start(2, 2)) == kNothing);
  CHECK(of_first(start(8, 4)) == kNothing);
  CHECK(of_first(start(8, 5)) == kFinds);
}

TEST_CASE("first time: three reps in reserve, half a rep more and less", "[guidelines]") {
  CHECK(found(start(3, 2, "2.5")) == kFinds);
  CHECK(found(start(3, 2, "3")) == kNothing);
}

TEST_CASE("first time: familiar lifts and those with a max were done before", "[guidelines]") {
  const std::string full = "    leg press 3x10 @ RIR 2 add(2.5%)\n";
  CHECK(found(plan(full)) == kFinds);
  CHECK(found(plan(full, "bench press, leg press")) == kNothing);
  CHECK(found(with(plan(full), "  track", "  input 1RM of leg press\n  track")) == kNothing);
}

TEST_CASE("first time: holds, and what the athlete chooses, are left out", "[guidelines]") {
  CHECK(found(plan("    plank 3x30 s\n      week 4 4x30 s\n")) == kNothing);
  CHECK(found(plan("    bench press or leg press 3x10 @ RIR 2 as other add(2.5%)\n")) == kNothing);
}

TEST_CASE("first time: the new lifts of a week are one finding, an `allow` parts them",
          "[guidelines]") {
  const std::string two =
      "    leg curl 3x10 @ RIR 4 add(2.5%)\n    leg press 3x10 @ RIR 4 add(2.5%)\n";
  CHECK(found(plan(two)) == kFinds);
  CHECK(says(said(plan(two)), "new, too: leg press, 3 sets at RIR 4"));
  CHECK(found(plan(two + "      allow first-exposure-dose \"light sled\"\n")) == kFinds);
}
