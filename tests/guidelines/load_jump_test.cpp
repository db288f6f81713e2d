#include <catch2/catch.hpp>

#include "tests/guidelines/findings.h"

using namespace meso::test;

namespace {

Findings found(std::string plan) { return findings_of("load-jump", std::move(plan)); }

const Findings kError{"error load-jump"}, kWarning{"warning load-jump"};

// The good plan with another start and another step, and without a cut.
std::string plan(const std::string& start, const std::string& step) {
  const std::string uncut = with(good_example("load-jump"), "load x 90%", "notify coach");
  return with(with(uncut, "start 60 kg", start), "jump(2.5 kg)", "jump(" + step + ")");
}
std::string rule(const std::string& clause, const std::string& step = "5 kg") {
  return with(plan("start 100 kg", step), "when all sets done then load + step", clause);
}

}  // namespace

TEST_CASE("load jump: a tenth is allowed, a step more isn't", "[guidelines]") {
  CHECK(found(plan("start 100 kg", "10 kg")) == kNothing);
  CHECK(found(plan("start 100 kg", "12.5 kg")) == kWarning);
  CHECK(found(plan("start 100 kg", "20 kg")) == kWarning);
  CHECK(found(plan("start 100 kg", "20.5 kg")) == kError);
  CHECK(found(plan("start 60 kg", "6.25 kg")) == kWarning);
}

TEST_CASE("load jump: percentages, with a start and without", "[guidelines]") {
  CHECK(found(plan("start 100 kg", "10%")) == kNothing);
  CHECK(found(plan("start 100 kg", "10.5%")) == kWarning);
  CHECK(found(plan("", "10%")) == kNothing);
  CHECK(found(plan("", "20%")) == kWarning);
  CHECK(found(plan("", "21%")) == kError);
}

TEST_CASE("load jump: one loadable step is ignored", "[guidelines]") {
  CHECK(found(plan("start 20 kg", "2.5 kg")) == kNothing);  // 12.5 %
  CHECK(found(plan("start 20 kg", "5 kg")) == kError);      // 25 %, and two steps
  CHECK(found(plan("start 20 kg", "2%")) == kNothing);
  CHECK(found(with(plan("start 20 kg", "2.5 kg"), "  units kg\n",
                   "  units kg\n  round nearest 1 kg\n")) == kWarning);
  CHECK(found(with(plan("start 20 kg", "5 kg"), "  units kg\n",
                   "  units kg\n  round nearest 5 kg\n")) == kNothing);
}

TEST_CASE("load jump: a step without a start can't be judged", "[guidelines]") {
  CHECK(found(plan("", "40 kg")) == kNothing);
  CHECK(found(with(plan("", "40 kg"), "3x5 @ RIR 2", "3x5 50 kg @ RIR 2")) == kError);
}

TEST_CASE("load jump: factors, also as a parameter", "[guidelines]") {
  CHECK(found(rule("when all sets done then load x 110%")) == kNothing);
  CHECK(found(rule("when all sets done then load x 111%")) == kWarning);
  CHECK(found(rule("when all sets done then load x step", "130%")) == kError);
  CHECK(found(rule("when all sets done then load x step", "105%")) == kNothing);
}

TEST_CASE("load jump: steps that add up with extra reps", "[guidelines]") {
  const std::string per_rep = "when all sets done then load + step per extra rep, up to ";
  CHECK(found(rule(per_rep + "4 reps", "2.5 kg")) == kNothing);  // ten at most
  CHECK(found(rule(per_rep + "5 reps", "2.5 kg")) == kWarning);
  CHECK(found(rule(per_rep + "10 reps", "2.5 kg")) == kError);
}

TEST_CASE("load jump: a training max with a default", "[guidelines]") {
  const auto max = [](const std::string& value, const std::string& step) {
    return R"(plan "Cycle"
  units lb
  guidelines 2026
  familiar overhead press
  input training max of overhead press default )" +
           value + R"(
  goal e1RM of overhead press + 5% by end of "Cycle"
  track sleep, energy

rule cycle(step)
  when block ends and missed once this block then notify coach
  when block ends and all sets done every time this block then training max + step

block "Cycle" 3 weeks, 2 times if ready
  session "Press"
    overhead press 3x5 75% cycle()" +
           step + ")\n";
  };
  CHECK(found(max("100 lb", "10 lb")) == kNothing);
  CHECK(found(max("100 lb", "15 lb")) == kWarning);
  CHECK(found(max("100 lb", "25 lb")) == kError);
  CHECK(found(max("40 lb", "5 lb")) == kNothing);  // one loadable step
  CHECK(found(max("90% of 1RM", "25 lb")) == kNothing);
  CHECK(says(said(max("100 lb", "25 lb")), "round nearest 5 lb"));
}

TEST_CASE("load jump: cuts, deloads and planned waves leave the reference alone", "[guidelines]") {
  const std::string wave = with(plan("start 100 kg", "2.5 kg"), "  session",
                                "  week 2 load x 130%\n  week 3 load x 60%\n  session");
  CHECK(found(wave) == kNothing);
  CHECK(found(rule("when all sets done then load + step, reps to bottom of range")) == kNothing);
}

TEST_CASE("load jump: the wider of two clauses, and of two alternatives", "[guidelines]") {
  CHECK(found(rule("when all sets reach top of range then load + 25 kg\n  when all sets done "
                   "then load + step")) == kError);
  const std::string either =
      with(with(plan("start 20 kg", "4 kg"), "    bench press 3x5",
                "    dumbbell bench press or bench press 3x5"),
           "familiar bench press", "familiar dumbbell bench press, bench press");
  CHECK(found(either) == kWarning);
}

TEST_CASE("load jump: a call is told once, and may be allowed", "[guidelines]") {
  const std::string weeks = with(bad_example("load-jump"), "  session",
                                 "  week 2 RIR - 1\n  week 3 sets x 150%\n  session");
  CHECK(found(weeks) == kError);
  const std::string allow = "allow load-jump \"an empty bar\"\n";
  CHECK(found(bad_example("load-jump") + "      " + allow) == kNothing);
  CHECK(found(good_example("load-jump") + "      " + allow) == Findings{"warning unused-allow"});
}

TEST_CASE("load jump: what cuts and rises make of the load counts too", "[guidelines]") {
  const std::string cut = with(plan("start 100 kg", "10 kg"), "notify coach", "load x 90%");
  CHECK(found(cut) == kWarning);  // 11.1 % of 90 kg
  CHECK(says(said(cut), "it comes to that with every set missed"));
  const std::string percent =
      plan("start 20 kg", "12%");  // 2.4 kg at first, then more than a plate
  CHECK(found(percent) == kWarning);
  CHECK(says(said(percent), "it comes to that with every set beaten"));
}
