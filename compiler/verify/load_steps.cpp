#include "compiler/verify/load_steps.h"

#include <algorithm>

#include "compiler/verify/growth.h"
#include "runtime/loading.h"
#include "runtime/reference.h"

namespace meso {
namespace {

std::optional<Load> stated_load(const Line& line) {
  if (line.start) return line.start;
  if (line.stages.empty()) return std::nullopt;
  for (const SetGroup& g : line.stages.front().groups)
    if (const auto* load = std::get_if<AbsoluteLoad>(&g.load)) return load->low;
  return std::nullopt;
}

std::optional<Load> stated_max(const Plan& plan, ExerciseId exercise, ReferenceKind kind) {
  const Input* input = input_for(plan, kind, exercise);
  const auto* load =
      input != nullptr && input->fallback ? std::get_if<Load>(&*input->fallback) : nullptr;
  return load == nullptr ? std::nullopt : std::optional(*load);
}

// The exercise whose max a line's percentages are of; else its own.
ExerciseId max_owner(const Line& line, ReferenceKind kind) {
  for (const Prescription& stage : line.stages)
    for (const SetGroup& group : stage.groups)
      if (const auto* percent = std::get_if<PercentLoad>(&group.load);
          percent != nullptr && same_kind(percent->reference, kind))
        return percent->of;
  return line.options.front();
}

std::optional<Quantity> amount_of(const Change& change, const RuleCall& call) {
  if (const auto* q = std::get_if<Quantity>(&change.value)) return *q;
  if (const auto* p = std::get_if<ParameterRef>(&change.value))
    return value_of(std::variant<Quantity, ParameterRef>(*p), call);
  return std::nullopt;
}

// `step per extra rep, up to 10 reps`: ten steps at most. A bound in kg bounds the load, not the
// number of steps.
int most_times(const Change& change, const RuleCall& call) {
  if (change.per == Change::Per::once || !change.at_most) return 1;
  const Quantity bound = value_of(*change.at_most, call);
  return is_mass(bound.unit) || bound.unit == Unit::percent
             ? 1
             : std::max(1, static_cast<int>(bound.high.floor()));
}

}  // namespace

Working working_of(const Plan& plan, const Line& line, const Change& change) {
  Working out;
  out.what = change.what;
  if (change.what == Changes::load) {
    out.of = line.options.front();
    out.start = stated_load(line);
  } else {
    out.reference = change.reference;
    out.of = max_owner(line, change.reference);
    out.start = stated_max(plan, out.of, change.reference);
  }
  if (out.start) out.start = to_unit(*out.start, plan.units);
  if (out.start && out.start->amount <= Decimal()) out.start.reset();
  return out;
}

std::optional<Load> value_of(const RunPlan& run, const Progress& progress, const Working& working,
                             const LineFacts& line) {
  if (!working.start) return std::nullopt;
  if (working.what == Changes::reference)
    return progress.references.value(run.plan(), working.reference, working.of);
  Decimal amount = working.start->amount;
  for (const StateId state : line.states) {
    const LoadState& load = progress.loads[state.value];
    amount = percent_of(load.factor, amount) + load.added;
  }
  return Load{amount, working.start->unit};
}

std::optional<Rise> rise_of(const Change& change, const RuleCall& call) {
  const auto by = amount_of(change, call);
  if (!by || !is_growth(change, &call)) return std::nullopt;
  if (change.how == Change::How::times) return Rise{by->high - Decimal::whole(100), true};
  if (by->unit != Unit::percent && !is_mass(by->unit)) return std::nullopt;
  return Rise{by->high * Decimal::whole(most_times(change, call)), by->unit == Unit::percent};
}

std::optional<Cut> cut_of(const Change& change, const RuleCall& call) {
  const auto by = amount_of(change, call);
  if (!by) return std::nullopt;
  const Decimal hundred = Decimal::whole(100);
  if (change.how == Change::How::times && by->low < hundred) return Cut{by->low, {}};
  if (change.how != Change::How::subtract) return std::nullopt;
  if (by->unit == Unit::percent) return Cut{hundred - by->high, {}};
  return Cut{hundred, by->high};
}

Decimal loadable_step(const Plan& plan, const Line& line) {
  Decimal least = load_step(plan, nullptr, plan.exercises[line.options.front()]).step.amount;
  for (const ExerciseId option : line.options)
    least = std::min(least, load_step(plan, nullptr, plan.exercises[option]).step.amount);
  return least;
}

}  // namespace meso
