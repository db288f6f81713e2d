#include <catch2/catch.hpp>

#include "tests/guidelines/findings.h"

using namespace meso::test;

namespace {

Findings found(std::string plan) { return findings_of("ungated-group-training", std::move(plan)); }

const Findings kFinds{"error ungated-group-training"};

// One session that comes back after so many days at the soonest. A block of easy weeks has no first
// week of loading, so the class is the line's own.
std::string returning(const std::string& line, const std::string& level, int days,
                      const std::string& familiar = "leg extension") {
  return "plan \"Again\"\n  level " + level + "\n  guidelines 2026\n  familiar " + familiar +
         "\n  goal e1RM of leg extension + 5% by end of \"B\"\n" +
         "block \"B\" 3 rotations, 7 sessions a week, deload\n  session \"Legs\"\n    at least " +
         std::to_string(days) + " days after last session\n    " + line + "\n";
}

// Two sessions under a gate of one's own, two days apart.
std::string gated(const std::string& clauses,
                  const std::string& lines = "back squat 3x5 @ RIR 2 add(2.5%)") {
  return "plan \"Gated\"\n  level intermediate\n  guidelines 2026\n  familiar back squat, leg "
         "extension\n  goal e1RM of back squat + 5% by end of \"B\"\n"
         "gate own\n" +
         clauses +
         "\nrule add(step)\n  when all sets done then load + step\n"
         "block \"B\" 4 weeks if own\n  session \"One\"\n    " +
         lines + "\n  session \"Two\"\n    at least 2 days after last session\n    " + lines + "\n";
}

const std::string kEnd = "  recover otherwise\n";

// Other guidelines may find something too.
Findings ungated(const std::string& plan) {
  Findings all = found(plan);
  std::erase_if(all, [](const std::string& found) { return found != kFinds.front(); });
  return all;
}

}  // namespace

TEST_CASE("ungated: exactly the safe days, and one less", "[guidelines]") {
  struct Row {
    const char* line;
    int trained, novice;  // first day on which it is safe
  };
  const Row rows[] = {
      {"leg extension 2x10 @ RIR 4", 2, 2},     // light: 36 h, 48 h
      {"leg extension 5x10 @ RIR 2", 3, 4},     // usual: 72 h, 96 h
      {"leg extension 3x10 to failure", 6, 8},  // hard usual: 132 h, 192 h
  };
  for (const Row& row : rows) {
    CAPTURE(row.line);
    for (const char* level : {"intermediate", "advanced"}) {
      CHECK(ungated(returning(row.line, level, row.trained)) == kNothing);
      CHECK(ungated(returning(row.line, level, row.trained - 1)) == kFinds);
    }
    CHECK(ungated(returning(row.line, "novice", row.novice)) == kNothing);
    CHECK(ungated(returning(row.line, "novice", row.novice - 1)) == kFinds);
  }
}

TEST_CASE("ungated: a new lift needs longest, a slow new lift any fixed gap fails",
          "[guidelines]") {
  CHECK(ungated(returning("leg extension 3x10 @ RIR 2", "advanced", 7, "bench press")) ==
        kNothing);  // 156 h
  CHECK(ungated(returning("leg extension 3x10 @ RIR 2", "advanced", 6, "bench press")) == kFinds);
  const std::string slow = "leg extension 3x10 @ RIR 2 tempo 4-0-1-0";
  CHECK(ungated(returning(slow, "advanced", 60, "bench press")) == kFinds);
  CHECK(says(said(returning(slow, "advanced", 60, "bench press")),
             "no fixed gap is long enough for everyone"));
  CHECK(ungated(returning(slow, "advanced", 7)) == kNothing);  // familiar as the plan has it
}

TEST_CASE("ungated: a novice who knows no lift is in the first month", "[guidelines]") {
  const std::string first =
      with(returning("leg extension 3x10 @ RIR 2", "novice", 20), "  familiar leg extension\n", "");
  CHECK(says(said(first), "class F"));  // new to the lift, and new to training
  CHECK(ungated(with(first, "level novice", "level advanced")) == kNothing);
}

TEST_CASE("ungated: the first week of loading is a push", "[guidelines]") {
  const auto block = [](int days) {
    return with(returning("leg extension 5x10 @ RIR 2 add(2.5%)", "advanced", days),
                "3 rotations, 7 sessions a week, deload", "2 rotations, 7 sessions a week");
  };
  const auto plan = [&](int days) {
    return with(block(days), "block",
                "rule add(step)\n  when all sets done then load + step\nblock");
  };
  CHECK(ungated(plan(6)) == kNothing);  // 144 h
  CHECK(ungated(plan(5)) == kFinds);
}

TEST_CASE("ungated: other names, units and order", "[guidelines]") {
  CHECK(ungated(R"(plan "Chest thrice"
  units lb
  guidelines 2026
  goal e1RM of bench press + 4% by end of "Push"
  track sleep, energy
  familiar bench press, dip
  level advanced

block "Push" 6 weeks
  session "Mon"
    prefer Mon
    bench press 5x5 @ RPE 8 start 185 lb up(5 lb)
  session "Wed"
    prefer Wed
    dip 3x8 bodyweight @ RPE 8 up(5 lb)

rule up(by)
  when missed 3 times in a row then load x 90%
  when all sets done then load + by
)")
            .size() == 2);
}

TEST_CASE("ungated: a gate that asks about every trained group", "[guidelines]") {
  CHECK(ungated(gated("  train when soreness <= 2 and energy >= 3\n" + kEnd)) == kNothing);
  CHECK(ungated(gated("  train when soreness <= 3 and energy >= 3\n" + kEnd)).size() == 2);
  CHECK(ungated(gated("  train when soreness anywhere <= 2\n" + kEnd)) == kNothing);
  CHECK(ungated(gated("  train when not soreness >= 3\n" + kEnd)) == kNothing);
  CHECK(ungated(gated("  train when energy >= 3\n" + kEnd)).size() == 2);
}

TEST_CASE("ungated: a gate that names one group of several", "[guidelines]") {
  const std::string quads = "  train when soreness of quads <= 2\n" + kEnd;
  CHECK(ungated(gated(quads)).size() == 2);
  CHECK(says(said(gated(quads)), "its gate doesn't bound the soreness of glutes"));
  CHECK_FALSE(says(said(gated(quads)), "soreness of quads,"));
  CHECK(ungated(gated(quads, "leg extension 3x10 @ RIR 2 add(2.5%)")) == kNothing);
}

TEST_CASE("ungated: reduced work up to three, with the functional questions answered",
          "[guidelines]") {
  const auto lighten = [](const std::string& when) {
    return "  train when soreness <= 2\n  lighten sets x 50% when " + when + "\n" + kEnd;
  };
  CHECK(ungated(gated(lighten("soreness <= 3 and not soreness impairs"))) == kNothing);
  CHECK(ungated(gated(lighten("soreness <= 4 and not soreness impairs"))).size() == 2);
  CHECK(ungated(gated(lighten("soreness <= 3"))).size() == 2);
  CHECK(ungated(gated("  swap when soreness impairs\n" + lighten("soreness <= 3"))).size() ==
        2);  // unanswered
}

TEST_CASE("ungated: earlier clauses bound what is left", "[guidelines]") {
  CHECK(ungated(gated("  swap when soreness >= 3\n  train when soreness >= 0 and energy >= 3\n" +
                      kEnd)) == kNothing);
  // A question that wasn't answered passes `soreness >= 3` by.
  CHECK(ungated(gated("  swap when soreness >= 3\n  train when energy >= 3\n" + kEnd)).size() == 2);
  CHECK(ungated(gated("  recover when soreness >= 4\n  train when soreness >= 0 and energy >= 3\n" +
                      kEnd))
            .size() == 2);
}

TEST_CASE("ungated: `or` lets the sore one in", "[guidelines]") {
  CHECK(ungated(gated("  train when soreness <= 2 or energy >= 4\n" + kEnd)).size() == 2);
  CHECK(ungated(gated("  train when soreness <= 2 or soreness <= 1\n" + kEnd)) == kNothing);
}

TEST_CASE("ungated: what a gate let pass says nothing of what came before", "[guidelines]") {
  // Hard legs, light ones a day later, both gated: a low report today doesn't rule out that the
  // hard ones are felt tomorrow. 132 h after them are enough.
  const auto plan = [](int days) {
    return "plan \"Half gated\"\n  level intermediate\n  guidelines 2026\n  familiar leg "
           "extension\n  goal e1RM of leg extension + 5% by end of \"B\"\n"
           "block \"B\" 3 rotations, 7 sessions a week, deload\n  session \"One\" if ready\n    "
           "leg extension 3x10 to failure\n"
           "  session \"Two\" if ready\n    at least 1 day after last session\n    leg extension "
           "2x10 @ RIR 4\n"
           "  session \"Three\"\n    at least " +
           std::to_string(days) + " days after last session\n    leg extension 2x10 @ RIR 4\n";
  };
  CHECK(ungated(plan(5)) == kNothing);
  CHECK(ungated(plan(4)) == kFinds);
}

TEST_CASE("ungated: a fixed day counts with the weekday that lets it come soonest",
          "[guidelines]") {
  const auto plan = [](const std::string& second) {
    return "plan \"Days\"\n  level intermediate\n  guidelines 2026\n  familiar leg extension\n  "
           "goal e1RM of leg extension + 5% by end of \"B\"\n"
           "  allow fixed-calendar-retraining \"the hall\"\nblock \"B\" 3 weeks, deload\n  session "
           "\"One\"\n    on Mon\n    leg extension 5x10 @ RIR 2\n"
           "  session \"Two\"\n    on " +
           second + "\n    leg extension 5x10 @ RIR 2\n";
  };
  CHECK(ungated(plan("Thu")) == kNothing);  // three days, four days
  CHECK(ungated(plan("Wed")) == kFinds);
  CHECK(ungated(plan("Fri")) == kNothing);
  CHECK(ungated(plan("Sat")) == kFinds);  // two days to Monday
}

TEST_CASE("ungated: sessions that rotate, and one name twice", "[guidelines]") {
  const auto plan = [](const std::string& head) {
    return "plan \"Rotating\"\n  level intermediate\n  guidelines 2026\n  familiar leg extension, "
           "bench press\n  goal e1RM of leg extension + 5% by end of \"B\"\n"
           "block \"B\" 4 weeks, " +
           head +
           ", deload\n  session \"A\"\n    at least 2 days after last session\n    leg extension "
           "5x10 @ RIR 2\n"
           "  session \"B\"\n    at least 2 days after last session\n    bench press 5x5 @ RIR 2\n";
  };
  // Legs every four days; but after a lay-off the list starts afresh, and A may follow A.
  CHECK(ungated(plan("3 sessions a week")).size() == 2);
  CHECK(says(said(plan("3 sessions a week")), "the last time"));
  CHECK(ungated(with(plan("3 sessions a week"), "at least 2 days", "at least 3 days")) == kNothing);
}

TEST_CASE("ungated: either of two alternatives may have been done", "[guidelines]") {
  const auto plan = [](const std::string& first) {
    return "plan \"Either\"\n  level intermediate\n  guidelines 2026\n  familiar leg extension, "
           "bench press, leg press\n  goal e1RM of bench press + 5% by end of \"B\"\n"
           "block \"B\" 3 rotations, 7 sessions a week, deload\n  session \"One\"\n    at least 5 "
           "days after last session\n    " +
           first +
           " 5x10 @ RIR 2\n"
           "  session \"Two\"\n    at least 2 days after last session\n    leg extension 5x10 @ "
           "RIR 2\n";
  };
  CHECK(ungated(plan("bench press")) == kNothing);
  CHECK(ungated(plan("bench press or leg press")) == kFinds);
}

TEST_CASE("ungated: one finding a session, with its groups, in a coach's words", "[guidelines]") {
  const std::string report = said(bad_example("ungated-group-training"));
  CHECK(says(report, "\"Squat again\" can train glutes before recovery is certain"));
  CHECK(says(report, "no gate, and as soon as 3 days after \"Squat\""));
  CHECK(says(report, "the same goes for quads"));
}

TEST_CASE("ungated: an exception with its reason on session, block or plan", "[guidelines]") {
  const std::string bad = bad_example("ungated-group-training"),
                    allow = "allow ungated-group-training \"a camp with a physio\"\n";
  const Findings idle{"warning unused-allow", kFinds.front()};
  CHECK(found(with(bad, "  session \"Squat again\"\n",
                   "  session \"Squat again\"\n    " + allow)) == kNothing);
  CHECK(found(with(bad, "block \"Base\" 4 weeks\n", "block \"Base\" 4 weeks\n  " + allow)) ==
        kNothing);
  CHECK(found(with(bad, "  guidelines 2026\n", "  guidelines 2026\n  " + allow)) == kNothing);
  CHECK(found(with(bad, "  guidelines 2026\n",
                   "  guidelines 2026\n  allow M101 \"by its code\"\n")) == kNothing);
  CHECK(found(with(bad, "  session \"Squat\" if ready\n",
                   "  session \"Squat\" if ready\n    " + allow)) == idle);
  CHECK(found(with(bad, "  guidelines 2026\n",
                   "  guidelines 2026\n  allow ungated-groups \"typo\"\n")) ==
        Findings{"error unknown-guideline", kFinds.front()});
}
