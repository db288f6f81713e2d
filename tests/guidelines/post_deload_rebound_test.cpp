#include <catch2/catch.hpp>

#include "tests/guidelines/findings.h"

using namespace meso::test;

namespace {

Findings found(std::string plan) { return findings_of("post-deload-rebound", std::move(plan)); }

const Findings kWarning{"warning post-deload-rebound"};

std::string push(const std::string& changes) {
  return with(bad_example("post-deload-rebound"), "repeat \"Base\" sets + 1\n",
              "repeat \"Base\" " + changes + "\n");
}

// Rotations whose sessions lie so many days apart, with a deload of one, and sets after it.
std::string rotations(const std::string& days, const std::string& sets) {
  return R"(plan "Bench by turns"
  level intermediate
  units lb
  guidelines 2026
  familiar bench press
  goal e1RM of bench press + 5% by end of "After"
  track energy, sleep

rule up(by)
  when missed twice in a row then load x 90%, notify coach
  when all sets done then load + by

block "Before" 3 rotations if ready
  session "Bench"
    at least )" +
         days +
         R"( days after last session
    bench press 5x5 @ RPE 8 up(2.5%)
block "Easy" 1 rotation, deload if ready
  repeat "Before" sets x 50%, RIR + 2
block "After" 2 rotations if ready
  repeat "Before" )" +
         sets + "\n";
}

}  // namespace

TEST_CASE("after a deload: the same, and one set more", "[guidelines]") {
  CHECK(found(push("")) == kNothing);
  CHECK(found(push("sets - 1")) == kNothing);
  CHECK(found(push("sets + 1")) == kWarning);
  CHECK(says(said(push("sets + 1")), "quads 5 -> 6 sets"));
  CHECK(says(said(push("sets + 1")), "the bound is 100 %"));
}

TEST_CASE("after a deload: more load for the same sets and reps", "[guidelines]") {
  CHECK(found(push("load + 2.5%")) == kWarning);
  CHECK(says(said(push("load + 2.5%")), "back squat with more load"));
  CHECK(found(push("load + 5%, reps - 1")) == kNothing);   // a trade
  CHECK(found(push("load x 90%, sets + 1")) == kNothing);  // the other way round
}

TEST_CASE("after a deload: what volume-jump tells isn't told twice", "[guidelines]") {
  CHECK(findings_of("volume-jump", push("sets + 3")) == Findings{"error volume-jump"});
}

TEST_CASE("after a deload: nine days and ten; other names, order and units", "[guidelines]") {
  CHECK(found(rotations("9", "")) == kNothing);           // nine days
  CHECK(found(rotations("10", "")) == kWarning);          // ten days
  CHECK(found(rotations("10", "sets - 1")) == kNothing);  // 80 %
  CHECK(found(rotations("9", "sets + 1")) == kWarning);
  CHECK(says(said(rotations("10", "")), "a deload of 10 days"));
  CHECK(says(said(rotations("10", "")), "the bound is 90 %"));
}

TEST_CASE("after a deload: the best of the weeks before it counts", "[guidelines]") {
  const std::string taper =
      with(bad_example("post-deload-rebound"), "block \"Base\" 3 weeks if ready\n",
           "block \"Base\" 3 weeks if ready\n  week 2 sets + 1\n");
  CHECK(found(taper) == kNothing);
}
