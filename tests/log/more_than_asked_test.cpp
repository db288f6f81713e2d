// What the log tells a coach where a day asked for less than was done.
#include <catch2/catch.hpp>

#include "runtime/replay/more_than_asked.h"
#include "tests/support/compile_text.h"

namespace meso::test {
namespace {

constexpr const char* kPlan =
    "plan \"P\"\n  guidelines 2026\ngate careful\n"
    "  lighten sets x 50%, load x 90% when energy <= 3\n  recover otherwise\n"
    "block \"B\" 2 weeks\n  session \"A\" if careful\n"
    "    back squat 4x5 100 kg @ RIR 2\n    bench press 2-3x5\n    push up 40 reps\n"
    "    lateral raise 2x12-15 10 kg myo-reps 3x5\n";
constexpr const char* kTired = "2026-09-14 check-in\n  energy 3\nend\n\n";

// What the coach is told of the last session of these records.
std::vector<std::string> notes(const std::string& records) {
  CompiledText text = compile_text(kPlan);
  Plan& plan = text.compiled.plan;
  const std::string log = "meso log 1\nplan \"P\"\n\n" + records;
  const Journal journal = read_journal(log);
  LogNames names(plan);
  names.learn(plan, journal, {});
  const RunPlan run(plan, *edition_of(2026));
  History history;
  ReplayOptions options;
  options.history = &history;
  const Replayed replayed = replay(run, names, journal, options);
  CHECK(replayed.problems.empty());
  REQUIRE_FALSE(history.sessions.empty());
  return more_than_asked(plan, history.sessions.back());
}

std::string done(const std::string& lines) {
  return kTired + ("2026-09-14 session \"A\" lightened\n  " + lines + "\nend\n");
}

using Notes = std::vector<std::string>;

}  // namespace

TEST_CASE("more sets than a lightened day asked for are for the coach to read") {
  CHECK(notes(done("back squat 4x5 90 kg")) ==
        Notes{"lightened day: back squat 2x5 90 kg prescribed, 4x5 90 kg done"});
  CHECK(notes(done("push up 20, 15")) ==
        Notes{"lightened day: push up 20 reps prescribed, 1x20, 1x15 done"});
}

TEST_CASE("so is a heavier load, and each exercise for itself") {
  CHECK(notes(done("back squat 2x5 92.5 kg\n  bench press 3x5 60 kg")) ==
        Notes{"lightened day: back squat 2x5 90 kg prescribed, 2x5 92.5 kg done",
              "lightened day: bench press 1x5 prescribed, 3x5 60 kg done"});
  CHECK(notes(done("back squat 2x5 200 lb")) ==
        Notes{"lightened day: back squat 2x5 90 kg prescribed, 2x5 200 lb done"});
}

TEST_CASE("another exercise in its place is held against the sets alone") {
  CHECK(notes(done("bench press for back squat 2x5 95 kg")).empty());
  CHECK(notes(done("bench press for back squat 3x5 40 kg")) ==
        Notes{"lightened day: back squat 2x5 90 kg prescribed, bench press 3x5 40 kg done"});
}

TEST_CASE("a session done as the day asked, or lighter, is nothing to tell") {
  CHECK(notes(done("back squat 2x5 90 kg\n  bench press 1x5 60 kg\n  push up 20")).empty());
  CHECK(notes(done("back squat 1x5 80 kg\n  bench press skipped")).empty());
  CHECK(notes(done("back squat 2x5")).empty());
}

TEST_CASE("of myo-reps and the like nobody says how many sets a set is") {
  CHECK(notes(done("lateral raise 12, 5, 5, 5 7.5 kg")).empty());
}

TEST_CASE("where the day asked for the session as written there is nothing more than that") {
  CHECK(notes("2026-09-14 session \"A\" lightened\n  back squat 6x5 120 kg\nend\n").empty());
  CHECK(notes("2026-09-14 off-plan\n  back squat 6x5 120 kg\nend\n").empty());
}

TEST_CASE("what a coach overrules is reduced too") {
  CHECK(notes("2026-09-14 check-in\n  energy 4\nend\n\n"
              "2026-09-14 overrule \"A\" \"seen and well\" by \"Ann\"\nend\n\n"
              "2026-09-14 session \"A\" lightened\n  back squat 4x5 100 kg\nend\n") ==
        Notes{"lightened day: back squat 2x5 90 kg prescribed, 4x5 100 kg done"});
}

}  // namespace meso::test
