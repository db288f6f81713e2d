// What the replay of a log keeps for a report.
#include <catch2/catch.hpp>

#include "runtime/replay/replay.h"
#include "tests/support/compile_text.h"

namespace meso::test {
namespace {

constexpr const char* kPlan =
    "plan \"P\"\n  guidelines 2026\ngate careful\n"
    "  lighten sets x 50% when soreness <= 1\n  recover otherwise\n"
    "block \"B\" 2 weeks\n  session \"A\" if careful\n    back squat 4x5 100 kg @ RIR 2\n";

struct Replaying {
  CompiledText text = compile_text(kPlan);
  History history;
  Replayed replayed;

  explicit Replaying(const std::string& log) {
    const Journal journal = read_journal(log);
    Plan& plan = text.compiled.plan;
    LogNames names(plan);
    names.learn(plan, journal, {});
    const RunPlan run(plan, *edition_of(2026));
    ReplayOptions options;
    options.history = &history;
    replayed = replay(run, names, journal, options);
  }
};

std::string log_of(const std::string& records) { return "meso log 1\nplan \"P\"\n\n" + records; }

}  // namespace

TEST_CASE("an overruled session asks for its reduced version") {
  const Replaying r(
      log_of("2026-09-14 check-in\n  soreness quads 4\nend\n\n"
             "2026-09-14 overrule \"A\" \"seen and well\" by \"Ann\"\nend\n\n"
             "2026-09-14 session \"A\"\n  back squat 2x5 100 kg @ RIR 2\nend\n"));
  REQUIRE(r.history.sessions.size() == 1);
  CHECK(r.history.sessions.front().overruled);
  CHECK(asked_sets(r.history.sessions.front().asked.front()).size() == 2);
  CHECK_FALSE(r.history.sessions.front().told.exposure);
}

TEST_CASE("a red flag beside the plan stops training too") {
  CHECK(Replaying(log_of("2026-09-14 off-plan\n  back squat 3x5 60 kg\n  red flag \"chest pain\"\n"
                         "end\n"))
            .replayed.state.control.referred);
  CHECK(
      Replaying(log_of("2026-09-14 off-plan\n  back squat 3x5 60 kg\n  pain sharp in knee\nend\n"))
          .replayed.state.control.referred);
  CHECK_FALSE(
      Replaying(log_of("2026-09-14 off-plan\n  back squat 3x5 60 kg\n  pain dull in knee\nend\n"))
          .replayed.state.control.referred);
}

}  // namespace meso::test
