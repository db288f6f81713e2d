#include "runtime/scenario/athlete.h"

#include <algorithm>

namespace meso {
namespace {

constexpr int kRepsToLimit = 10;  // of a set that asks for as many as possible, unless told

// A single at the usual estimated max: strength as it was.
ProbeDone usual_probe(const State& state, ExerciseId lift, MassUnit unit) {
  ProbeDone probe;
  probe.exercise = lift;
  probe.set.amount = 1;
  probe.set.rir = Rir{};
  const auto usual = state.progress.strength[lift.value].usual();
  probe.set.load = Load{usual.value_or(Decimal::whole(1)), unit};
  return probe;
}

void answer(const RunPlan& run, const State& state, const Question& q, CheckedIn& out) {
  using About = Question::About;
  CheckIn& answers = out.answers;
  switch (q.about) {
    case About::soreness: answers[q.group] = 0; return;
    case About::functional: answers[q.functional] = Truth::no; return;
    case About::scale: answers[q.scale] = q.scale == Scale::stress ? 2 : 4; return;
    case About::pain: answers.pain_answered = true; return;
    case About::red_flag: answers.red_flag_answered = true; return;
    case About::own_signal: {
      const OwnSignal& signal = run.plan().signals[q.signal];
      answers.own.emplace_back(q.signal,
                               signal.higher_is_better ? signal.scale.high : signal.scale.low);
      return;
    }
    case About::probe:
      out.probes.push_back(usual_probe(state, q.exercise, run.plan().units));
      return;
    case About::hrv:
    case About::resting_heart_rate: answers.passed_over.push_back(q); return;
  }
}

int amount_of(const AskedSet& asked, Went went) {
  const int least = asked.least > 0 ? asked.least : kRepsToLimit;
  return went == Went::at_top ? std::max(asked.most, least) : least;
}

// Where the athlete finds the load, the scenario gives it. A push up has none.
bool needs_load(const RunPlan& run, const TodayLine& line, const AskedSet& asked) {
  const bool weighs = run.plan().exercises[line.exercise].equipment != Equipment::bodyweight;
  return weighs && asked.load != nullptr && !asked.load->low &&
         asked.load->state != PlannedLoad::State::bodyweight &&
         measure_of(asked.group->target) == DoneSet::Of::reps && !line.sets.groups.empty();
}

std::vector<DoneSet> counted(int total, const std::optional<Load>& load) {
  std::vector<DoneSet> sets;
  for (int left = total; left > 0; left -= kRepsToLimit) {
    DoneSet set;
    set.amount = std::min(left, kRepsToLimit);
    set.load = load;
    sets.push_back(set);
  }
  return sets;
}

std::optional<Load> load_for(const std::map<ExerciseId, Load>& loads, ExerciseId exercise) {
  const auto at = loads.find(exercise);
  return at == loads.end() ? std::nullopt : std::optional(at->second);
}

}  // namespace

CheckedIn all_well(const RunPlan& run, const State& state, int day, CheckIn answers,
                   std::vector<ProbeDone> probes) {
  CheckedIn out;
  out.answers = std::move(answers);
  out.probes = std::move(probes);
  for (int round = 0; round < 50; ++round) {  // each round answers something
    const DayDecision decision = decide(run, state, day, out.answers, out.probes);
    const auto* ask = std::get_if<Ask>(&decision);
    if (ask == nullptr) break;
    for (const Question& q : ask->questions) answer(run, state, q, out);
  }
  out.answers.pain_answered = out.answers.red_flag_answered = true;
  return out;
}

std::optional<std::vector<DoneSet>> sets_done(const RunPlan& run, const TodayLine& line, Went went,
                                              const std::map<ExerciseId, Load>& loads) {
  const auto found = load_for(loads, line.exercise);
  const int short_by = went == Went::missed ? 1 : 0;
  if (line.sets.total_reps) return counted(*line.sets.total_reps - short_by, found);
  std::vector<DoneSet> sets;
  if (line.sets.test) {
    if (!found) return std::nullopt;
    DoneSet set;
    set.amount = (line.sets.test->max_reps ? kRepsToLimit : line.sets.test->reps) - short_by;
    set.load = found;
    return std::vector<DoneSet>{set};
  }
  for (const AskedSet& asked : asked_sets(line)) {
    if (!asked.compulsory) continue;
    DoneSet set;
    set.of = measure_of(asked.group->target);
    set.amount = amount_of(asked, went);
    if (asked.load != nullptr) {
      set.bodyweight = asked.load->state == PlannedLoad::State::bodyweight;
      set.load = asked.load->low;
    }
    if (needs_load(run, line, asked)) {
      if (!found) return std::nullopt;
      set.load = found;
    }
    if (set.bodyweight && !set.load) set.load = found;  // what the athlete adds to it
    sets.push_back(set);
  }
  if (short_by > 0 && !sets.empty()) sets.back().amount = std::max(0, sets.back().amount - 1);
  return sets;
}

}  // namespace meso
