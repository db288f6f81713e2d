#include "runtime/step/warm_up.h"

#include <array>

namespace meso {
namespace {

struct RampStep {
  int percent;
  int reps;
};
// A common ramp: each set heavier and shorter, none of them tiring.
constexpr std::array<RampStep, 4> kRamp{{{40, 8}, {60, 5}, {75, 3}, {90, 1}}};

bool has_bar(Equipment equipment) {
  return equipment == Equipment::barbell || equipment == Equipment::trap_bar ||
         equipment == Equipment::smith;
}

// The least that a warm-up of this lift can weigh.
Load empty_load(const RunPlan& run, const Exercise& exercise, const LoadStep& step) {
  if (!has_bar(exercise.equipment)) return step.step;
  if (run.athlete() != nullptr && run.athlete()->bar)
    return to_unit(*run.athlete()->bar, run.plan().units);
  const bool kg = run.plan().units == MassUnit::kg;
  return {Decimal::whole(kg ? 20 : 45), run.plan().units};
}

std::optional<Load> heaviest(const TodayLine& line) {
  std::optional<Load> top;
  for (const PlannedLoad& load : line.loads)
    if (load.state == PlannedLoad::State::known && load.low &&
        (!top || load.low->amount > top->amount))
      top = load.low;
  return top;
}

std::vector<WarmUpSet> ramp(const RunPlan& run, const TodayLine& line) {
  const auto work = heaviest(line);
  if (!work) return {};
  const Exercise& exercise = run.plan().exercises[line.exercise];
  const LoadStep step = load_step(run.plan(), run.athlete(), exercise);
  const Load empty = empty_load(run, exercise, step);
  std::vector<WarmUpSet> sets;
  for (const RampStep& each : kRamp) {
    const Load exact = part_of(Decimal::whole(each.percent), *work);
    Load load = loadable(exact, step);
    if (load.amount < empty.amount) load = empty;
    const bool rises = sets.empty() || load.amount > sets.back().load.amount;
    if (rises && load.amount < work->amount) sets.push_back({each.reps, load});
  }
  return sets;
}

}  // namespace

std::vector<WarmUpSet> warm_up_sets(const RunPlan& run, const References& references,
                                    const TodayLine& line) {
  if (line.line == nullptr || !line.line->warm_up) return {};
  if (line.line->warm_up->automatic) return ramp(run, line);
  const Prescription& stated = line.line->warm_up->stated;
  std::vector<ExactLoad> exact;
  exact_loads(run, references, stated, exact);
  std::vector<PlannedLoad> loads;
  set_loads(stated, run.plan().units, run.step_of(line.exercise), exact, loads);
  std::vector<WarmUpSet> sets;
  for (std::size_t g = 0; g < stated.groups.size(); ++g) {
    const RepTarget* reps = stated.groups[g].reps();
    for (int n = 0; n < stated.groups[g].sets.low && reps != nullptr && loads[g].low; ++n)
      sets.push_back({reps->reps.low.count, *loads[g].low});
  }
  return sets;
}

}  // namespace meso
