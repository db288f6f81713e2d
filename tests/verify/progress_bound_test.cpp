// progresses as a bound in days: whoever recovers as slowly as is typical and comes every third day
// only is never kept waiting longer.
#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>

#include "compiler/verify/ghost.h"
#include "compiler/verify/good_check_in.h"
#include "compiler/verify/progress_bound.h"
#include "compiler/verify/set_results.h"
#include "tests/support/compile_text.h"

namespace meso::test {
namespace {

namespace fs = std::filesystem;

constexpr int kDays = 700, kMonday = 4;

// As sore and as weak as the typical row lets each group be, with every set done.
class SlowAthlete {
 public:
  SlowAthlete(const PlanFacts& facts, const RunPlan& run, int phase)
      : facts_(facts),
        run_(run),
        bouts_(facts),
        phase_(phase),
        ghost_(run.plan().level, EnvelopeMode::typical),
        state_(start_with_maxes(run)) {}

  // Days from one session to the next, at the most.
  int longest_wait() {
    int last = kMonday, longest = 0;
    for (int day = kMonday; day < kDays && !state_.control.finished; ++day) {
      if (day % 3 != phase_ || !trains(day)) continue;
      longest = std::max(longest, day - last);
      last = day;
    }
    return state_.control.finished ? longest : kDays;
  }

 private:
  CheckIn answers(int day) const {
    CheckIn out = all_good(run_.plan());
    for (std::uint32_t g = 0; g < run_.plan().groups.size(); ++g) {
      const int sore = ghost_.sorest(GroupId{g}, day);
      out[GroupId{g}] = static_cast<std::int8_t>(sore);
      if (sore >= run_.edition().functional_from) out.functional.fill(Truth::yes);
    }
    for (const SessionRef& session : pending_sessions(run_, state_.control))
      if (const auto probe = run_.facts(session.id).probe) {
        bool weak = false;
        for_each_group(run_.facts(session.id).dates.trained,
                       [&](GroupId g) { weak = weak || ghost_.may_be_weak(g, day); });
        out.strength.push_back({*probe, weak ? Truth::no : Truth::yes});
      }
    return out;
  }

  bool trains(int day) {
    state_ = on_day(run_, std::move(state_), day);
    const CheckIn said = answers(day);
    const DayDecision decision = decide(run_, state_, day, said);
    const auto* verdict = std::get_if<DayVerdict>(&decision);
    if (verdict == nullptr || !verdict->session) return false;
    const SessionRef session = *verdict->session;
    const auto lines = session_of(run_, state_, *verdict);
    const std::size_t pass = pass_of(facts_, state_.control.place).value();
    for_each_group(run_.facts(session.id).dates.trained, [&](GroupId g) {
      const auto bout = bouts_.of(pass, static_cast<std::size_t>(session.nth), g);
      ghost_.train(g, {day, session.id, bout.value()});
    });
    advance(run_, state_, {day, CheckedIn{said, {}}}, nullptr, {verdict, {}});
    advance(run_, state_, {day, done_session(session, lines, SetResults::all_done)}, nullptr,
            {nullptr, lines});
    return true;
  }

  const PlanFacts& facts_;
  const RunPlan& run_;
  Bouts bouts_;
  int phase_;
  Ghost ghost_;
  State state_;
};

bool has_fixed_days(const Plan& plan) {
  return std::any_of(plan.blocks.begin(), plan.blocks.end(), [](const Block& block) {
    return std::any_of(block.sessions.begin(), block.sessions.end(),
                       [](const Session& session) { return !session.on.empty(); });
  });
}

std::string bound_of(const std::string& sessions) {
  const CompiledText plan = compile_text(R"(plan "A"
  level intermediate
  guidelines 2026
  familiar back squat, bench press

)" + sessions);
  REQUIRE(plan.compiled.is_sound);
  const PlanFacts facts(plan.plan(), *plan.compiled.edition);
  const RunPlan run(plan.plan(), *plan.compiled.edition);
  const ProgressBound bound = progress_bound(facts, run, Bouts(facts));
  return bound.why_open.empty() ? std::to_string(bound.days) : bound.why_open;
}

}  // namespace

TEST_CASE("progress: no slow athlete waits longer than the bound", "[verifier]") {
  int bounded = 0;
  for (const auto& entry : fs::directory_iterator(MESO_ROOT "/examples")) {
    if (entry.path().extension() != ".meso") continue;
    const CompiledText plan = compile_file(entry.path().string());
    const PlanFacts facts(plan.plan(), *plan.compiled.edition);
    const RunPlan run(plan.plan(), *plan.compiled.edition);
    const ProgressBound bound = progress_bound(facts, run, Bouts(facts));
    if (!bound.why_open.empty() || has_fixed_days(facts.plan)) continue;
    ++bounded;
    for (int phase = 0; phase < 3; ++phase) {
      INFO(entry.path().filename().string() << ", bound " << bound.days);
      CHECK(SlowAthlete(facts, run, phase).longest_wait() <= bound.days);
    }
  }
  CHECK(bounded >= 10);
}

// Recovery 4 days (hard usual work); two days that aren't free.
TEST_CASE("progress: the bound counts recovery, waits and fixed days", "[verifier]") {
  const std::string line = "\n    back squat 3x5 @ RIR 2\n";
  const std::string free = bound_of("block \"B\" 2 weeks\n  session \"S\"" + line);
  const std::string waits = bound_of(
      "block \"B\" 2 weeks\n  session \"S\"\n    at least 12 days after last session" + line);
  const std::string fixed = bound_of("block \"B\" 2 weeks\n  session \"S\"\n    on Mon" + line);
  CHECK(free == "9");
  CHECK(waits == "14");
  CHECK(fixed == "13");
}

TEST_CASE("progress: a rule that adds days without end has no bound", "[verifier]") {
  const auto with = [](const std::string& change) {
    return bound_of("rule longer()\n  when missed then " + change +
                    "\n\nblock \"B\" 2 weeks\n  follow longer()\n  session \"S\"\n"
                    "    at least 4 days after last session\n    back squat 3x5 @ RIR 2\n");
  };
  CHECK(with("gap + 1 day") == "rules may add days to its waits without end");
  CHECK(with("gap + 1 day, up to 15 days") == "17");
}

TEST_CASE("progress: a wait that counts as a lay-off never ends", "[verifier]") {
  CHECK(
      bound_of(
          "return after 10 days off\n  week 1 sets x 50%\n\nblock \"B\" 2 weeks\n  session \"S\"\n"
          "    at least 9 days after last session\n    back squat 3x5 @ RIR 2\n") ==
      "a wait of 11 days counts as a lay-off, and the week begins again");
}

}  // namespace meso::test
