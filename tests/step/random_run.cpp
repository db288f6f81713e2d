#include "tests/step/random_run.h"

#include <map>

#include "runtime/scenario/athlete.h"

namespace meso::test {
namespace {

std::map<ExerciseId, Load> some_loads(const Plan& plan) {
  std::map<ExerciseId, Load> loads;
  for (std::size_t i = 0; i < plan.exercises.size(); ++i)
    loads[plan.exercises.id_of(i)] = Load{Decimal::whole(60), plan.units};
  return loads;
}

void vary(std::vector<DoneSet>& sets, Dice& dice) {
  for (DoneSet& set : sets) {
    if (dice.one_in(3)) set.amount = std::max(0, set.amount + dice.upto(5) - 2);
    if (dice.one_in(4)) set.rir = Rir{Decimal::ratio(dice.upto(21), 2)};
    if (dice.one_in(9)) set.load.reset();
  }
  if (!sets.empty() && dice.one_in(8)) sets.pop_back();
  if (dice.one_in(12)) sets.clear();
}

SessionRef random_session(const RunPlan& run, const State& state, Dice& dice) {
  const auto pending = pending_sessions(run, state.control);
  if (!pending.empty() && !dice.one_in(5))
    return pending[static_cast<std::size_t>(dice.upto(static_cast<int>(pending.size())))];
  const BlockId block{
      static_cast<std::uint32_t>(dice.upto(static_cast<int>(run.plan().blocks.size())))};
  const auto sessions = static_cast<int>(run.plan().blocks[block].sessions.size());
  return {{block, static_cast<std::uint32_t>(sessions == 0 ? 0 : dice.upto(sessions))},
          dice.upto(3)};
}

}  // namespace

CheckIn random_check_in(const Plan& plan, Dice& dice) {
  CheckIn answers;
  const bool sore = dice.one_in(3);
  for (std::uint32_t g = 0; g < plan.groups.size(); ++g)
    if (!dice.one_in(12)) answers[GroupId{g}] = static_cast<std::int8_t>(dice.upto(sore ? 9 : 3));
  for (std::size_t i = 0; i < kScales; ++i)
    if (!dice.one_in(10)) answers.scales[i] = static_cast<std::int8_t>(1 + dice.upto(5));
  for (std::size_t i = 0; i < kFunctional; ++i)
    if (sore && !dice.one_in(5)) answers.functional[i] = dice.one_in(4) ? Truth::yes : Truth::no;
  answers.pain_answered = !dice.one_in(10);
  if (dice.one_in(30)) answers.pains.push_back({dice.one_in(4) ? Pain::sharp : Pain::dull, "knee"});
  answers.red_flag_answered = true;
  if (dice.one_in(200)) answers.red_flag = "dark urine";
  if (dice.one_in(2)) answers.hrv = Decimal::whole(50 + dice.upto(30));
  for (std::size_t i = 0; i < plan.signals.size(); ++i)
    answers.own.emplace_back(plan.signals.id_of(i),
                             plan.signals[plan.signals.id_of(i)].scale.low + dice.upto(3));
  return answers;
}

SessionDone done_as_written(const RunPlan& run, const State& state, const DayVerdict& verdict) {
  SessionDone done;
  done.session = *verdict.session;
  const auto loads = some_loads(run.plan());
  for (const TodayLine& line : session_of(run, state, verdict)) {
    const auto sets = sets_done(run, line, Went::as_written, loads);
    if (sets) done.lines.push_back({line.nth, line.exercise, false, *sets});
  }
  return done;
}

DayEvent random_event(const RunPlan& run, const State& state, int day, Dice& dice) {
  const auto& plan = run.plan();
  switch (dice.upto(24)) {
    case 0: return {day, OffPlan{{{std::nullopt, ExerciseId{0}, true, {DoneSet{}}}}}};
    case 1: return {day, Dropped{random_session(run, state, dice)}};
    case 2: return {day, Unavailable{day + dice.upto(20)}};
    case 3: return {day, Cleared{}};
    case 4: return {day, Overruled{random_session(run, state, dice)}};
    case 5:
      return {day, AthleteChanged{{{{ReferenceKind::Of::training_max, 1},
                                    ExerciseId{0},
                                    Load{Decimal::whole(50 + dice.upto(100)), plan.units}}}}};
    case 6:
      if (dice.one_in(6))
        return {day, Moved{BlockId{static_cast<std::uint32_t>(dice.upto(4))}, dice.upto(5)}};
      break;
    case 7:
    case 8:
    case 9:
    case 10:
    case 11: return {day, CheckedIn{random_check_in(plan, dice), {}}};
    default: break;
  }
  const DayDecision decision = decide(run, state, day);
  const auto& verdict = std::get<DayVerdict>(decision);
  SessionDone done;
  if (verdict.session)
    done = done_as_written(run, state, verdict);
  else
    done.session = random_session(run, state, dice);
  for (DoneLine& line : done.lines) vary(line.sets, dice);
  done.broken_off = dice.one_in(20);
  done.lightened = dice.one_in(15);
  return {day, std::move(done)};
}

}  // namespace meso::test
