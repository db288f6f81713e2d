#include <catch2/catch.hpp>

#include "tests/guidelines/findings.h"

using namespace meso;
using namespace meso::test;

namespace {

const Findings kWarning{"warning active-recovery-dose"};

// The good example with another easy day.
std::string day(const std::string& lines, const std::string& session = "\"Active recovery\"") {
  const std::string good = good_example("active-recovery-dose");
  const std::string head = good.substr(0, good.find("  session \"Active recovery\""));
  return head + "  session " + session + ", recovery\n" + lines;
}
Findings found(const std::string& lines) { return findings_of("active-recovery-dose", day(lines)); }
bool tells(const std::string& lines, std::string_view words) {
  return says(said(day(lines)), words);
}

}  // namespace

TEST_CASE("easy day: ten to forty minutes, one more and less", "[guidelines]") {
  CHECK(findings(day("    walk 40 min\n")) == kNothing);
  CHECK(findings(day("    walk 41 min\n")) == kWarning);
  CHECK(findings(day("    walk 10 min\n")) == kNothing);
  CHECK(findings(day("    walk 9 min\n")) == kWarning);
  CHECK(
      tells("    walk 41 min\n", "\"Active recovery\" is marked as recovery and asks for 41 min"));
  CHECK(tells("    walk 9 min\n", "asks for only 9 min in all"));
}

TEST_CASE("easy day: minutes of all lines count, and both ends of a range", "[guidelines]") {
  CHECK(found("    walk 30 min\n    mobility 10 min\n") == kNothing);
  CHECK(found("    walk 30 min\n    mobility 11 min\n") == kWarning);
  CHECK(found("    walk 10-40 min\n") == kNothing);
  CHECK(found("    walk 10-41 min\n") == kWarning);
  CHECK(found("    walk 9-40 min\n") == kWarning);
  CHECK(tells("    walk 20-45 min\n", "20-45 min in all"));
  CHECK(found("    easy cycling 4x10 min\n") == kNothing);
  CHECK(found("    easy cycling 5x10 min\n") == kWarning);
  CHECK(found("    walk 10 min\n    light stretching 31 min optional\n") == kWarning);
  CHECK(found("    walk 5 min\n    light stretching 30 min optional\n") == kWarning);
  CHECK(found("    mobility 20 min each side\n") == kNothing);
  CHECK(found("    mobility 21 min each side\n") == kWarning);
}

TEST_CASE("easy day: what isn't timed is never too short", "[guidelines]") {
  CHECK(found("    mobility 2x10\n") == kNothing);
  CHECK(found("    walk 5 min\n    mobility 2x10\n") == kNothing);
  CHECK(found("    walk 2000 m\n") == kNothing);
}

TEST_CASE("easy day: an effort of three of ten, one more and less", "[guidelines]") {
  CHECK(found("    walk 25 min @ RPE 3\n") == kNothing);
  CHECK(found("    walk 25 min @ RPE 4\n") == kWarning);
  CHECK(found("    walk 25 min @ RPE 2-4\n") == kWarning);
  CHECK(found("    walk 25 min @ RIR 7\n") == kNothing);
  CHECK(found("    walk 25 min @ RIR 6\n") == kWarning);
  CHECK(tells("    rowing machine 5x4 min @ RPE 8\n", "easy rowing at an effort of 8 of 10"));
}

TEST_CASE("easy day: five reps in reserve, one more and less", "[guidelines]") {
  CHECK(found("    back squat 2x10 @ RIR 5\n") == kNothing);
  CHECK(found("    back squat 2x10 @ RPE 5\n") == kNothing);
  CHECK(found("    back squat 2x10 @ RIR 4\n") == kWarning);
  CHECK(found("    back squat 2x10 @ RIR 4-6\n") == kWarning);
  CHECK(found("    back squat 2x10\n") == kWarning);
  CHECK(tells("    back squat 2x10 @ RIR 4\n", "back squat at RIR 4"));
  CHECK(tells("    back squat 2x10\n", "back squat with no effort said"));
  CHECK(found("    back squat 1x10 @ RIR 6, 1x10 @ RIR 3\n") == kWarning);
  CHECK(found("    bodyweight squat 50 reps\n") == kWarning);
}

TEST_CASE("easy day: nothing goes to the limit", "[guidelines]") {
  for (const char* sets :
       {"2xmax", "2xF", "2x8+ @ RIR 6", "test max reps", "2x10 @ RIR 6 to failure",
        "2x10 @ RIR 6 drop set 1 x 80%", "1x10 @ RIR 6 myo-reps 3x5"}) {
    INFO(sets);
    CHECK(found("    back squat " + std::string(sets) + "\n") == kWarning);
    CHECK(tells("    back squat " + std::string(sets) + "\n", "back squat to the limit"));
  }
  CHECK(found("    back squat 2x6 @ RIR 6 cluster 3x2 rest 15 s\n") == kNothing);
}

TEST_CASE("easy day: sixty seconds of stretching a muscle, one more and less", "[guidelines]") {
  const std::string walk = "    walk 15 min\n";
  CHECK(found(walk + "    hamstring stretch 60 s\n") == kNothing);
  CHECK(found(walk + "    hamstring stretch 61 s\n") == kWarning);
  CHECK(found(walk + "    hamstring stretch 2x30 s each side\n") == kNothing);
  CHECK(found(walk + "    quad stretch 2x20 s\n    calf stretch 2x30 s\n") == kNothing);
  // Two stretches of one muscle count together.
  CHECK(found(walk + "    quad stretch 2x20 s\n    hip flexor stretch 30 s\n") == kWarning);
  CHECK(tells(walk + "    hamstring stretch 3x30 s\n", "90 s of stretching for hamstrings"));
}

TEST_CASE("easy day: all of a session in one message, whichever weeks it stands in",
          "[guidelines]") {
  const std::string hard =
      "    walk 50 min @ RPE 5\n      week 2 60 min @ RPE 6\n    hamstring stretch 90 s\n";
  CHECK(found(hard) == kWarning);
  CHECK(tells(hard, "walk at an effort of 5 of 10, 51.5 min in all and 90 s of stretching"));
}

TEST_CASE("easy day: other names, order and units", "[guidelines]") {
  const std::string other =
      with(day("    exercise bike 3000 seconds @ RIR 2\n    stretching 5 min\n", "\"Sunday\""),
           "  level intermediate\n", "  level novice\n  units lb\n");
  CHECK(findings_of("active-recovery-dose", other) == kWarning);
  CHECK(says(said(other), "\"Sunday\" is marked as recovery"));
}

TEST_CASE("easy day: only what is marked is looked at", "[guidelines]") {
  CHECK(findings_of("active-recovery-dose",
                    with(day("    walk 90 min @ RPE 9\n"), ", recovery", "")) == kNothing);
}

TEST_CASE("easy day: the fix where a time alone is out", "[guidelines]") {
  const auto fixes = [](const std::string& lines) {
    const CompiledText plan = compile_text(day(lines));
    std::string out;
    for (const Diagnostic& d : plan.sink.all())
      for (const Fix& fix : d.fixes) out += fix.replacement + (fix.safe ? " safe;" : ";");
    return out;
  };
  CHECK(fixes("    walk 90 min\n") == "40 min;");
  CHECK(fixes("    walk 1x5 min\n") == "10 min;");
  CHECK(fixes("    walk 90 min @ RPE 2\n").empty());
  CHECK(fixes("    walk 30 min\n    mobility 30 min\n").empty());
  CHECK(fixes("    mobility 30 min each side\n").empty());
}

TEST_CASE("easy day: other guidelines leave easy work alone", "[guidelines]") {
  // No rule to make it harder, a fixed day without a gate, nothing to learn gently.
  CHECK(findings(day("    on Sun\n    walk 25 min\n    mobility 3x10\n")) == kNothing);
  const std::string lift = day("    on Sun\n    back squat 2x10 @ RIR 5\n");
  CHECK(findings_of("fixed-calendar-retraining", lift) ==
        Findings{"error fixed-calendar-retraining"});
}
