#include <catch2/catch.hpp>

#include "tests/guidelines/findings.h"

using namespace meso::test;

namespace {

const Findings kFinds{"error soreness-drives-overload"};

// The good plan with these clauses in its rule.
std::string rule(const std::string& clauses, const std::string& header = "more()",
                 const std::string& call = "more()") {
  std::string plan = with(good_example("soreness-drives-overload"),
                          "  when all sets done and recovered in time then sets + 1, up to 5\n  "
                          "when missed twice in a row then load x 90%\n",
                          clauses);
  plan = with(plan, "@ RIR 2 more()", "@ RIR 2 " + call);
  return with(plan, "rule more()", "rule " + header);
}

// The set matrix of a well-known template; `worst` is what it does when never sore and worse.
std::string matrix(const std::string& worst) {
  return rule(R"(  when never sore and better than last              then sets + 3, up to most
  when never sore and same as last                  then sets + 2, up to most
  when never sore and worse than last               then )" +
                  worst + R"(
  when recovered early and much better than last    then sets + 3, up to most
  when recovered early and better than last         then sets + 2, up to most
  when recovered early and same as last             then sets + 1, up to most
  when recovered early and worse than last          then hold
  when recovered in time and much better than last  then sets + 1, up to most
  when recovered in time and same as last           then hold
  when recovered in time and better than last       then hold
  when worse than last                              then sets x 50%, load x 90% next time
  otherwise hold
)",
              "more(most)", "more(6)");
}

Findings found(std::string plan) {
  return findings_of("soreness-drives-overload", std::move(plan));
}

}  // namespace

TEST_CASE("not being sore is no reason by itself", "[guidelines]") {
  for (const char* guard :
       {"never sore", "recovered early", "recovered in time", "not still sore", "not sore at start",
        "never sore and worse than last", "never sore twice in a row",
        "recovered in time and missed", "never sore or recovered early"}) {
    CAPTURE(guard);
    CHECK(found(rule("  when " + std::string(guard) + " then sets + 1\n")) == kFinds);
  }
}

TEST_CASE("work done and recovered from is", "[guidelines]") {
  for (const char* guard :
       {"never sore and all sets done", "all sets done and recovered in time",
        "recovered early and better than last", "recovered in time and not missed",
        "all sets reach top of range twice in a row and recovered in time",
        "recovered in time and total reps >= 18", "recovered in time and same as last"}) {
    CAPTURE(guard);
    CHECK(found(rule("  when " + std::string(guard) + " then sets + 1, up to 5\n")) == kNothing);
  }
}

TEST_CASE("`or` makes each of its reasons enough", "[guidelines]") {
  CHECK(found(rule("  when all sets done or never sore then sets + 1\n")) == kFinds);
  CHECK(found(rule("  when all sets done or better than last then sets + 1\n  when still sore "
                   "then hold\n")) == kNothing);
}

TEST_CASE("the same by elimination: whoever isn't sore gets more", "[guidelines]") {
  CHECK(found(rule("  when still sore then hold\n  otherwise sets + 1\n")) == kFinds);
  CHECK(
      found(rule("  when still sore then hold\n  when missed then hold\n  otherwise sets + 1\n")) ==
      kNothing);
}

TEST_CASE("being sorer never brings more work", "[guidelines]") {
  for (const char* guard :
       {"all sets done and still sore", "all sets done and not recovered in time",
        "all sets done and not never sore", "all sets done and sore at start",
        "all sets done and sore at start twice in a row",
        "all sets done and not recovered in time twice in a row", "all sets done and soreness >= 3",
        "all sets done and soreness >= 3 for 3 days", "all sets done and soreness impairs"}) {
    CAPTURE(guard);
    const std::string plan = rule("  when " + std::string(guard) + " then sets + 1\n");
    CHECK(found(plan) == kFinds);
    CHECK(says(said(plan), "the sorer athlete gets more work"));
  }
  CHECK(found(rule("  when all sets done and soreness <= 2 for 3 days then sets + 1, up to 5\n")) ==
        kNothing);
  CHECK(found(rule("  when all sets done and soreness <= limit then sets + 1, up to 5\n",
                   "more(limit)", "more(2)")) == kNothing);
  CHECK(found(rule("  when all sets done and soreness >= limit then sets + 1, up to 5\n",
                   "more(limit)", "more(2)")) == kFinds);
}

TEST_CASE("more, for the sorer, against less for the fresher", "[guidelines]") {
  CHECK(found(rule("  when all sets done and never sore then sets + 1\n  when all sets done "
                   "then sets + 2\n")) == kFinds);
  CHECK(found(rule("  when all sets done and never sore then sets + 2\n  when all sets done "
                   "then sets + 1\n")) == kNothing);
  CHECK(found(rule("  when all sets done and never sore then hold\n  when all sets done then "
                   "load + 2.5 kg\n")) == kFinds);
  // A set more against a heavier bar is neither more nor less.
  CHECK(found(rule("  when all sets done and recovered in time then sets + 1, up to 5\n  when "
                   "all sets done then load + 2.5 kg\n")) == kNothing);
  CHECK(found(rule("  when all sets done and recovered in time then load + step\n  when all "
                   "sets done then load + 2.5 kg\n",
                   "more(step)", "more(5 kg)")) == kNothing);
}

TEST_CASE("cutting back because of soreness is what it is for", "[guidelines]") {
  CHECK(found(rule("  when sore at start 3 times in a row then sets x 50%\n  when all sets done "
                   "then load + 2.5 kg\n")) == kNothing);
  CHECK(found(rule("  when still sore then hold\n  when all sets done then load + 2.5 kg\n")) ==
        kNothing);
  CHECK(found(rule("  when still sore then RIR + 1\n  when all sets done then load + 2.5 kg\n")) ==
        kNothing);
}

TEST_CASE("harder in other ways counts too", "[guidelines]") {
  for (const char* change :
       {"load + 2.5 kg", "load x 105%", "reps + 1", "RIR - 1", "RPE + 1", "rest - 10 s"}) {
    CAPTURE(change);
    CHECK(found(rule("  when all sets done then load + 2.5%\n  when never sore then " +
                     std::string(change) + "\n")) == kFinds);
  }
}

TEST_CASE("a gate takes work away and adds none", "[guidelines]") {
  const auto gate = [](const std::string& changes) {
    return with(
        with(good_example("soreness-drives-overload"), "if ready", "if own"), "rule more()",
        "gate own\n  lighten " + changes +
            " when soreness <= 1\n  train when soreness <= 2\n  recover otherwise\nrule more()");
  };
  CHECK(found(gate("sets x 150%")) == kFinds);
  CHECK(found(gate("sets + 1")) == kFinds);
  CHECK(found(gate("RIR - 1")) == kFinds);
  CHECK(found(gate("sets x 50%, RIR + 1")) == kNothing);
}

TEST_CASE("the set matrix: its one cell is refused, and the rest passes", "[guidelines]") {
  const std::string refused = matrix("sets + 1, up to most");
  CHECK(found(refused) == kFinds);
  CHECK(says(said(refused), "when never sore and worse than last"));
  CHECK(found(matrix("hold")) == kNothing);
}

TEST_CASE("soreness as a reason for more can't be allowed away", "[guidelines]") {
  const std::string plan =
      with(bad_example("soreness-drives-overload"), "  guidelines 2026\n",
           "  guidelines 2026\n  allow soreness-drives-overload \"it works for me\"\n");
  CHECK(findings(plan) == Findings{"error fixed-guideline", kFinds.front()});
}
