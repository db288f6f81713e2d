// What holds of the step for every plan and whatever happens to it.
#include <catch2/catch.hpp>

#include <set>

#include "compiler/verify/good_check_in.h"
#include "runtime/nominal.h"
#include "runtime/scenario/athlete.h"
#include "tests/step/random_run.h"
#include "tests/support/compile_text.h"

namespace meso::test {
namespace {

std::vector<std::string> example_plans() {
  const Disk disk;
  std::vector<std::string> plans;
  const auto all = disk.list(MESO_ROOT "/examples", ".meso");
  for (const std::string& path : std::get<std::vector<std::string>>(all))
    if (path.find("/lib/") == std::string::npos) plans.push_back(path);
  return plans;
}

constexpr int kMonday = 20'458;

// An athlete for whom all goes well: what is done when, to the plan's end.
std::vector<std::string> order_when_well(const RunPlan& run, std::size_t most) {
  State state = start(run);
  std::vector<std::string> order;
  for (int day = kMonday; order.size() < most && day < kMonday + 2000; ++day) {
    DayEvent check_in{day, all_well(run, state, day, CheckIn())};
    state = step(run, std::move(state), check_in);
    const DayDecision decision = decide(run, state, day);
    const auto& verdict = std::get<DayVerdict>(decision);
    if (verdict.what == DayVerdict::What::finished) break;
    if (!verdict.session) continue;
    order.push_back(block_of(run.plan(), state.control.place).name + "/" +
                    run.session(verdict.session->id).name);
    SessionDone done = done_as_written(run, state, verdict);
    state = step(run, std::move(state), {day, std::move(done)});
  }
  return order;
}

std::vector<std::string> nominal_order(const Plan& plan, const Edition& edition) {
  std::vector<std::string> order;
  for (const NominalSession& s : nominal_path(plan, edition, nullptr).sessions)
    order.push_back(plan.blocks[s.block].name + "/" +
                    plan.blocks[s.block].sessions[s.session].name);
  return order;
}

// Plans whose own rules insert weeks or end blocks for an athlete who does just what is written.
bool goes_its_own_way(const std::string& path) {
  return path.find("hit") != std::string::npos || path.find("rp-mesocycle") != std::string::npos ||
         path.find("smolov") != std::string::npos;
}

}  // namespace

TEST_CASE("step: for an athlete who is always well the order is that of the printed calendar") {
  for (const std::string& path : example_plans()) {
    if (goes_its_own_way(path)) continue;
    CAPTURE(path);
    const CompiledText text = compile_file(path);
    const RunPlan run(text.plan(), *text.compiled.edition);
    const auto nominal = nominal_order(text.plan(), *text.compiled.edition);
    const auto order = order_when_well(run, nominal.size());
    CHECK(order == nominal);
  }
}

TEST_CASE("step: no sequence of events breaks it, and every day has a verdict") {
  for (const std::string& path : example_plans()) {
    CAPTURE(path);
    const CompiledText text = compile_file(path);
    const RunPlan run(text.plan(), *text.compiled.edition);
    for (std::uint64_t seed = 1; seed <= 3; ++seed) {
      Dice dice(seed);
      State state = start(run);
      int day = kMonday;
      for (int n = 0; n < 250; ++n) {
        day += dice.upto(3) == 0 ? 1 + dice.upto(dice.one_in(20) ? 40 : 3) : 0;
        const DayEvent event = random_event(run, state, day, dice);
        state = step(run, std::move(state), event);
        const DayDecision decision = decide(run, state, day);
        REQUIRE(std::holds_alternative<DayVerdict>(decision));
        const auto& verdict = std::get<DayVerdict>(decision);
        for (const TodayLine& line : session_of(run, state, verdict)) {
          CHECK(line.stage >= 0);
          for (const SetGroup& group : line.sets.groups) CHECK(group.sets.low >= 1);
        }
      }
    }
  }
}

TEST_CASE("step: the same events give the same state, whether copied in between or not") {
  for (const std::string& path : example_plans()) {
    const CompiledText text = compile_file(path);
    const RunPlan run(text.plan(), *text.compiled.edition);
    Dice dice(7);
    State moved = start(run), copied = start(run);
    int day = kMonday;
    for (int n = 0; n < 120; ++n) {
      day += dice.upto(3);
      const DayEvent event = random_event(run, moved, day, dice);
      moved = step(run, std::move(moved), event);
      const State before = copied;
      copied = step(run, before, event);
    }
    CAPTURE(path);
    CHECK(moved.control == copied.control);
    CHECK(moved.progress == copied.progress);
    CHECK(moved == copied);
  }
}

TEST_CASE("step: nothing is trained after a referral until a person clears it") {
  for (const std::string& path : example_plans()) {
    const CompiledText text = compile_file(path);
    const RunPlan run(text.plan(), *text.compiled.edition);
    State state = start(run);
    state = step(run, std::move(state), {kMonday, RedFlag{"chest pain"}});
    for (int day = kMonday; day < kMonday + 20; ++day) {
      DayEvent check_in{day, all_well(run, state, day, CheckIn())};
      state = step(run, std::move(state), check_in);
      CHECK(std::get<DayVerdict>(decide(run, state, day)).what == DayVerdict::What::refer);
    }
    state = step(run, std::move(state), {kMonday + 20, Cleared{}});
    CHECK(std::get<DayVerdict>(decide(run, state, kMonday + 20)).what != DayVerdict::What::refer);
  }
}

// Gates of which the first says nothing of pain, and the others answer it with training.
TEST_CASE("step: sharp pain is trained through by no gate") {
  const auto verdict_of = [](const std::string& clauses) {
    const CompiledText text =
        compile_text("plan \"P\"\n  level intermediate\n  guidelines 2026\n\ngate g\n" + clauses +
                     "  recover otherwise\n\nblock \"B\" 1 week if g\n  session \"Squat\"\n    "
                     "back squat 3x5 @ RIR 2\n"
                     "  session \"Press\"\n    overhead press 3x5 @ RIR 2\n");
    const RunPlan run(text.plan(), *text.compiled.edition);
    const State state = start(run);
    CheckIn answers = all_good(run.plan());
    answers.pains.push_back({Pain::sharp, "knee"});
    return std::get<DayVerdict>(decide(run, state, kMonday, answers)).what;
  };
  using What = DayVerdict::What;
  CHECK(verdict_of("  train when energy >= 1\n") == What::refer);
  CHECK(verdict_of("  train when pain is sharp\n") == What::refer);
  CHECK(verdict_of("  lighten sets x 50% when pain is sharp\n") == What::refer);
  CHECK(verdict_of("  swap when pain is sharp\n  train when energy >= 1\n") == What::refer);
  CHECK(verdict_of("  recover when pain is sharp\n  train when energy >= 1\n") == What::recover);
}

}  // namespace meso::test
