#include "compiler/verify/lift_demand.h"

#include <algorithm>
#include <bit>
#include <map>

#include "runtime/volume.h"

namespace meso {
namespace {

int sign(Decimal a, Decimal b) { return a > b ? 1 : a < b ? -1 : 0; }

// The number that a load is compared by, beside what is added to it.
struct Size {
  Decimal amount, added;
};
std::optional<Size> size_of(const SetGroup& group) {
  const Decimal added =
      group.load_added ? to_unit(*group.load_added, MassUnit::kg).amount : Decimal();
  if (const auto* percent = std::get_if<PercentLoad>(&group.load))
    return Size{percent->high.value, added};
  if (const auto* load = std::get_if<AbsoluteLoad>(&group.load))
    return Size{to_unit(load->high, MassUnit::kg).amount, added};
  if (const auto* body = std::get_if<BodyweightLoad>(&group.load))
    return Size{group.load_percent.value,
                added + (body->added ? to_unit(*body->added, MassUnit::kg).amount : Decimal())};
  if (std::holds_alternative<TopSetLoad>(group.load)) return std::nullopt;
  return Size{group.load_percent.value, added};
}

bool same_kind(const LoadSpec& a, const LoadSpec& b) {
  if (a.index() != b.index()) return false;
  const auto* x = std::get_if<PercentLoad>(&a);
  const auto* y = std::get_if<PercentLoad>(&b);
  return x == nullptr || (x->reference == y->reference && x->of == y->of);
}

template <class Value>
void take_least(std::optional<Value>& least, Value value) {
  if (!least || value < *least) least = value;
}

int seconds_of(const Tempo& tempo) {
  int sum = 0;
  for (const int part : {tempo.eccentric, tempo.bottom, tempo.concentric, tempo.top})
    sum += std::max(part, 0);  // explosive: none
  return sum;
}

void add_sets(LiftDemand& lift, const Line& line) {
  for (const SetGroup& group : line.stages.front().groups) {
    if (lift.top == nullptr || compare_loads(group, *lift.top).value_or(0) > 0) {
      lift.line = &line;
      lift.top = &group;
    }
    if (group.effort) take_least(lift.least_rir, group.effort->low.value);
  }
  if (lift.line == nullptr) lift.line = &line;
  if (line.to_failure) take_least(lift.least_rir, Decimal());
  if (line.rest) take_least(lift.least_rest, line.rest->low.count);
  if (line.tempo)
    lift.longest_tempo = std::max(lift.longest_tempo.value_or(0), seconds_of(*line.tempo));
}

using ByExercise = std::map<std::uint32_t, LiftDemand>;

void add_session(ByExercise& lifts, const Plan& plan, const Session& session, Decimal share) {
  std::map<std::uint32_t, int> sets;
  for (const Line& line : session.lines) {
    const ExerciseId id = line.options.front();
    if (line.stages.empty() || plan.exercises[id].any_of_class) continue;
    LiftDemand& lift = lifts[id.value];
    lift.exercise = id;
    add_sets(lift, line);
    sets[id.value] += planned_sets(line.stages.front());
  }
  for (const auto& [id, of_session] : sets) {
    lifts[id].sets = std::max(lifts[id].sets, of_session);
    lifts[id].sessions += share;
  }
}

bool same_measure(const LiftDemand& a, const LiftDemand& b) {
  return a.top != nullptr && b.top != nullptr && a.top->target.index() == b.top->target.index();
}

}  // namespace

std::vector<LiftDemand> demands_of(const PlanFacts& facts, std::size_t index) {
  const Pass& pass = facts.passes[index];
  const Block& block = facts.plan.blocks[pass.block];
  const Week& week = facts.week(pass);
  ByExercise lifts;
  for (const std::uint32_t session : week.sessions)
    add_session(lifts, facts.plan, block.sessions[session], share_of_list(block, week));
  std::vector<LiftDemand> out;
  for (auto& [id, lift] : lifts) out.push_back(lift);
  return out;
}

std::optional<int> compare_loads(const SetGroup& a, const SetGroup& b) {
  const auto x = size_of(a), y = size_of(b);
  if (!x || !y || !same_kind(a.load, b.load)) return std::nullopt;
  const int amount = sign(x->amount, y->amount), added = sign(x->added, y->added);
  if (amount * added < 0) return std::nullopt;  // more of one, less of the other
  return amount != 0 ? amount : added;
}

std::string_view text(Axis axis) {
  switch (axis) {
    case Axis::load: return "more load";
    case Axis::reps: return "more reps";
    case Axis::sets: return "more sets";
    case Axis::frequency: return "more sessions";
    case Axis::effort: return "closer to failure";
    case Axis::rest: return "shorter rest";
    case Axis::tempo: return "slower reps";
    case Axis::novelty: return "a new lift beside it";
  }
  return "";
}

int count_axes(AxisSet axes) { return std::popcount(axes); }

AxisSet harder_than(const LiftDemand& now, const LiftDemand& before) {
  AxisSet axes = 0;
  bool eased = false;
  const auto compare = [&](Axis axis, int sign) {
    if (sign > 0) axes |= axis_bit(axis);
    eased = eased || sign < 0;
  };
  if (same_measure(now, before)) {
    compare(Axis::load, compare_loads(*now.top, *before.top).value_or(0));
    compare(Axis::reps, amount_of(now.top->target).high - amount_of(before.top->target).high);
  }
  compare(Axis::sets, now.sets - before.sets);
  if (eased) axes &= static_cast<AxisSet>(~kWorkAxes);
  if (now.sessions > before.sessions) axes |= axis_bit(Axis::frequency);
  if (now.least_rir && before.least_rir && *now.least_rir < *before.least_rir)
    axes |= axis_bit(Axis::effort);
  if (now.least_rest && before.least_rest && *now.least_rest < *before.least_rest)
    axes |= axis_bit(Axis::rest);
  if (now.longest_tempo && before.longest_tempo && *now.longest_tempo > *before.longest_tempo)
    axes |= axis_bit(Axis::tempo);
  return axes;
}

}  // namespace meso
