#include <catch2/catch.hpp>

#include "tests/guidelines/findings.h"

using namespace meso::test;

namespace {

const Findings kFinds{"error overload-rule-missing"};

std::string bad() { return bad_example("overload-rule-missing"); }

// The bad plan with other lines in its session, under its gate.
std::string session(const std::string& lines, const std::string& length = "8 weeks",
                    const std::string& block_lines = "") {
  const std::string plan =
      with(with(bad(), "    barbell curl 3x10 @ RIR 2\n", lines), "8 weeks", length);
  return block_lines.empty() ? plan : with(plan, "  session", block_lines + "  session");
}
std::string rules(const std::string& text, const std::string& lines) {
  return with(session(lines), "block", text + "\nblock");
}

const std::string kCurl = "    barbell curl 3x10 @ RIR 2\n";

Findings found(std::string plan) { return findings_of("overload-rule-missing", std::move(plan)); }

}  // namespace

TEST_CASE("overload: two weeks may hold, three may not", "[guidelines]") {
  CHECK(found(session(kCurl, "2 weeks")) == kNothing);
  CHECK(found(session(kCurl, "3 weeks")) == kFinds);
  CHECK(found(session(kCurl, "3 rotations")) == kFinds);
  CHECK(found(session(kCurl, "1 week, 2 times")) == kNothing);
  CHECK(found(session(kCurl, "1 week, 3 times")) == kFinds);
}

TEST_CASE("overload: deloads and tests don't count as weeks", "[guidelines]") {
  CHECK(found(session(kCurl, "3 weeks", "  week 3 deload\n")) == kNothing);
  CHECK(found(session(kCurl, "4 weeks", "  week 4 deload\n")) == kFinds);
  CHECK(found(session(kCurl, "3 weeks, deload")) == kNothing);
}

TEST_CASE("overload: a planned wave counts, a planned ease doesn't", "[guidelines]") {
  CHECK(found(session(kCurl, "4 weeks", "  week 2 sets + 1\n  week 3 sets + 2\n")) == kNothing);
  CHECK(found(session(kCurl, "4 weeks", "  week 3 load x 105%\n")) == kNothing);
  CHECK(found(session(kCurl, "4 weeks", "  week 1 RIR + 1\n")) == kNothing);
  CHECK(found(session(kCurl, "6 weeks", "  week 4 sets x 50%\n")) == kFinds);
  CHECK(found(session(kCurl, "6 weeks", "  week 4 load x 90%\n")) == kFinds);
  CHECK(found(session(kCurl, "6 weeks", "  week 4 RIR + 2\n")) == kFinds);
  CHECK(found(session(
            "    barbell curl 3x12 @ RIR 2\n      week 2 3x10 @ RIR 2\n      week 3 3x8 @ RIR 2\n",
            "3 weeks")) == kNothing);
}

TEST_CASE("overload: a rule that can only cut or hold is none", "[guidelines]") {
  const std::string line = "    barbell curl 3x8-12 @ RIR 2 own(2.5%)\n";
  const auto own = [](const std::string& clause) { return "rule own(step)\n  " + clause + "\n"; };
  CHECK(found(rules(own("when all sets done then load + step"), line)) == kNothing);
  CHECK(found(rules(own("when missed twice in a row then load x 90%"), line)) == kFinds);
  CHECK(found(rules(own("when all sets done then hold"), line)) == kFinds);
  CHECK(found(rules(own("when all sets done then gap + 1 day"), line)) == kFinds);
  CHECK(found(rules(own("when all sets done then RIR - 1"), line)) == kNothing);
  CHECK(found(rules(own("when all sets done then rest - 10 s"), line)) == kNothing);
  CHECK(found(rules(own("when all sets done then reps + 1, up to 15 reps"), line)) == kNothing);
  CHECK(found(rules(own("when missed then sets to start"), line)) == kFinds);
}

TEST_CASE("overload: one finding a session, with all its lines", "[guidelines]") {
  const std::string two = session(kCurl + "    hammer curl 3x10 @ RIR 2\n");
  CHECK(found(two) == kFinds);
  CHECK(says(said(two),
             "barbell curl and 1 more line of \"Arms\" repeat for 8 weeks and can't get harder"));
  CHECK(says(said(bad()), "barbell curl of \"Arms\" repeats for 8 weeks and can't get harder"));
  const std::string sessions =
      session(kCurl + "  session \"More arms\"\n    hammer curl 3x10 @ RIR 2\n");
  CHECK(found(sessions) == Findings{kFinds.front(), kFinds.front()});
}

TEST_CASE("overload: an exception for one line hides no other", "[guidelines]") {
  const std::string second = "    hammer curl 3x10 @ RIR 2\n",
                    allow = "      allow overload-rule-missing \"keeps the elbow warm\"\n";
  CHECK(found(session(kCurl + allow)) == kNothing);
  CHECK(found(session(kCurl + allow + second)) == kFinds);
  CHECK(found(session(kCurl + second + allow)) == kFinds);
  CHECK(says(said(session(kCurl + second + allow)), "barbell curl of \"Arms\" repeats"));
  CHECK(found(session(kCurl + allow + second + allow)) == kNothing);
  CHECK(found(session("    allow overload-rule-missing \"a warm-up day\"\n" + kCurl + second)) ==
        kNothing);
  CHECK(found(session(kCurl + second, "8 weeks",
                      "  allow overload-rule-missing \"maintenance\"\n")) == kNothing);
}

TEST_CASE("overload: a percentage grows with its max, whichever line's rule raises it",
          "[guidelines]") {
  const auto plan =
      [](const std::string& clause, const std::string& of) {
        return R"(plan "Percentages"
  units lb
  guidelines 2026
  familiar back squat, front squat
  input training max of back squat default 300 lb
  goal e1RM of back squat + 5% by end of "Cycle"

rule cycle(step)
  )" + clause + R"(

block "Cycle" 4 weeks if ready
  session "Heavy"
    back squat 3x5 80% cycle(10 lb)
  session "Light"
    at least 2 days after last session
    )" + of + "\n";
      };
  const std::string raises =
      "when block ends and all sets done every time this block then training max + step";
  CHECK(found(plan(raises, "back squat 5x10 50%")) == kNothing);
  CHECK(found(plan(raises, "front squat 5x10 50% percent of back squat")) == kNothing);
  CHECK(found(plan(raises, "front squat 5x10")) == kFinds);
  CHECK(found(plan("when missed once this block then training max x 90%", "back squat 5x10 50%")) ==
        Findings{kFinds.front(), kFinds.front()});
}

TEST_CASE("overload: a followed rule grows every line, one that rests or deloads none",
          "[guidelines]") {
  const auto followed = [](const std::string& clause) {
    return with(session(kCurl, "4 weeks", "  follow weekly()\n"), "block",
                "rule weekly()\n  " + clause + "\nblock");
  };
  CHECK(found(followed(
            "when week ends and all sets done every time this week then sets + 1, up to 5")) ==
        kNothing);
  CHECK(found(followed("when 2 lifts worse than last twice in a row then end block")) == kFinds);
}

TEST_CASE("overload: `any CLASS` is the athlete's own", "[guidelines]") {
  CHECK(found(session("    any push 50 reps\n")) == kNothing);
  CHECK(found(session("    any push 50 reps\n" + kCurl)) == kFinds);
}

TEST_CASE("overload: weeks written out one by one are the same line", "[guidelines]") {
  const auto week = [](const std::string& n, const std::string& line) {
    return "  week " + n + "\n  session \"Arms\"\n    " + line + "\n";
  };
  const auto plan = [&](const std::string& third) {
    return with(
        bad(),
        "block \"Arms\" 8 weeks if ready\n  session \"Arms\"\n    barbell curl 3x10 @ RIR 2\n",
        "block \"Arms\" 3 weeks if ready\n" + week("1", "barbell curl 3x10 @ RIR 2") +
            week("2", "barbell curl 3x10 @ RIR 2") + week("3", third));
  };
  CHECK(found(plan("barbell curl 3x10 @ RIR 2")) == kFinds);
  CHECK(found(plan("barbell curl 4x10 @ RIR 2")) == kNothing);
}

TEST_CASE("overload: stages that a rule moves on", "[guidelines]") {
  const std::string staged = with(with(session("    barbell curl scheme fewer own()\n"), "block",
                                       "scheme fewer\n  stage 1 3x10\n  stage 2 3x8\nrule own()\n  "
                                       "when missed twice in a row then next stage\nblock"),
                                  "  level", "  level");
  CHECK(found(staged) == kNothing);
}
