// What a caller of the step has worked out already spares time and changes nothing.
#include <catch2/catch.hpp>
#include <rapidcheck/catch.h>

#include "runtime/scenario/athlete.h"
#include "tests/property/plan_text.h"
#include "tests/step/random_run.h"
#include "tests/support/compile_text.h"

namespace meso::test {
namespace {

constexpr int kMonday = 20'458;

bool same(const Told& a, const Told& b) {
  return a.rules == b.rules && a.inserted == b.inserted && a.block_ends == b.block_ends &&
         a.week_ends == b.week_ends && a.finished == b.finished && a.return_ramp == b.return_ramp &&
         a.exposure == b.exposure;
}

// One athlete's random days.
class Days {
 public:
  Days(const RunPlan& run, std::uint64_t seed) : run_(run), dice_(seed), state_(start(run)) {}

  // False where a day came out differently.
  bool live(int events) {
    for (int n = 0; n < events; ++n) {
      day_ += dice_.upto(3) == 0 ? 1 + dice_.upto(dice_.one_in(20) ? 40 : 3) : 0;
      if (!happens(next_event())) return false;
    }
    return true;
  }
  int verdicts_at_hand() const { return verdicts_; }
  int sessions_at_hand() const { return sessions_; }

 private:
  // Half of the check-ins leave nothing open, so that there is a verdict to be at hand.
  DayEvent next_event() {
    DayEvent event = random_event(run_, state_, day_, dice_);
    auto* check_in = std::get_if<CheckedIn>(&event.what);
    if (check_in != nullptr && dice_.one_in(2))
      *check_in = all_well(run_, state_, day_, std::move(check_in->answers));
    return event;
  }

  bool happens(const DayEvent& event) {
    const DayDecision decision = decision_of(event);
    const auto* verdict = std::get_if<DayVerdict>(&decision);
    std::vector<TodayLine> session;
    AtHand at_hand;
    if (verdict != nullptr && std::holds_alternative<CheckedIn>(event.what)) {
      at_hand.verdict = verdict;
      ++verdicts_;
    }
    const auto* done = std::get_if<SessionDone>(&event.what);
    if (verdict != nullptr && done != nullptr && verdict->session == done->session) {
      session = session_of(run_, state_, *verdict);
      at_hand.session = session;
      ++sessions_;
    }
    State alone = state_;
    Told told_alone, told;
    advance(run_, alone, event, &told_alone);
    advance(run_, state_, event, &told, at_hand);
    return alone == state_ && same(told_alone, told);
  }

  // As the caller comes by it: before the event is told.
  DayDecision decision_of(const DayEvent& event) const {
    const auto* check_in = std::get_if<CheckedIn>(&event.what);
    return check_in == nullptr ? decide(run_, state_, day_)
                               : decide(run_, state_, day_, check_in->answers, check_in->probes);
  }

  const RunPlan& run_;
  Dice dice_;
  State state_;
  int day_ = kMonday;
  int verdicts_ = 0, sessions_ = 0;
};

}  // namespace

TEST_CASE("step: what is at hand gives the same state as working it out, for random plans") {
  rc::prop("the same state, and the same is told", [] {
    const CompiledText text = compile_text(*plan_text());
    const RunPlan run(text.plan(), *text.compiled.edition);
    Days days(run, *rc::gen::arbitrary<std::uint32_t>());
    RC_ASSERT(days.live(80));
  });
}

TEST_CASE("step: what is at hand gives the same state as working it out, for every example") {
  const Disk disk;
  const auto all = disk.list(MESO_ROOT "/examples", ".meso");
  int verdicts = 0, sessions = 0;
  for (const std::string& path : std::get<std::vector<std::string>>(all)) {
    if (path.find("/lib/") != std::string::npos) continue;
    CAPTURE(path);
    const CompiledText text = compile_file(path);
    const RunPlan run(text.plan(), *text.compiled.edition);
    for (std::uint64_t seed = 1; seed <= 2; ++seed) {
      Days days(run, seed);
      CHECK(days.live(200));
      verdicts += days.verdicts_at_hand();
      sessions += days.sessions_at_hand();
    }
  }
  CHECK(verdicts > 1000);
  CHECK(sessions > 200);
}

}  // namespace meso::test
