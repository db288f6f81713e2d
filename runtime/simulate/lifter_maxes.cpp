// What lifts a simulated athlete brings along.
#include <algorithm>

#include "runtime/simulate/lifter.h"

namespace meso::simulate {
namespace {

constexpr double kPoundsPerKilogram = 2.2046226;
constexpr ReferenceKind kBodyweight{ReferenceKind::Of::bodyweight, 1};

// [E] 1RM in kg of an intermediate athlete of 80 kg, where nothing else is known.
double typical_kg(const Exercise& exercise) {
  switch (exercise.equipment) {
    case Equipment::dumbbell:
    case Equipment::kettlebell: return exercise.compound ? 28 : 13;
    case Equipment::machine:
    case Equipment::cable:
      if (exercise.lower_body) return exercise.compound ? 180 : 80;
      return exercise.compound ? 80 : 35;
    case Equipment::band:
    case Equipment::other: return 30;
    default: break;
  }
  if (exercise.lower_body) return exercise.compound ? 120 : 60;
  return exercise.compound ? 75 : 35;
}

double level_factor(Level level) {
  return level == Level::novice ? 0.65 : level == Level::advanced ? 1.3 : 1;
}

// How much of the 1RM a reference is.
double part_of_max(ReferenceKind kind) {
  if (kind.of == ReferenceKind::Of::training_max) return 0.9;
  if (kind.of == ReferenceKind::Of::n_rm && kind.reps > 1) return 1 / (1 + kind.reps / 30.0);
  return 1;
}

// The kinds of max that a plan may reckon with.
std::vector<ReferenceKind> kinds_of_max() {
  std::vector<ReferenceKind> kinds;
  for (int reps = 1; reps <= 12; ++reps) kinds.push_back({ReferenceKind::Of::n_rm, reps});
  kinds.push_back({ReferenceKind::Of::training_max, 1});
  kinds.push_back({ReferenceKind::Of::e1rm, 1});
  return kinds;
}

void add_needed(std::vector<MaxOf>& needed, ReferenceKind kind, ExerciseId of) {
  if (kind.of == ReferenceKind::Of::bodyweight) return;
  if (std::find(needed.begin(), needed.end(), MaxOf{kind, of}) == needed.end())
    needed.push_back({kind, of});
}

void add_needed(std::vector<MaxOf>& needed, const std::vector<Prescription>& stages) {
  for (const Prescription& stage : stages)
    for (const SetGroup& group : stage.groups)
      if (const auto* load = std::get_if<PercentLoad>(&group.load))
        add_needed(needed, load->reference, load->of);
}

// All that percentages of the plan are taken of.
std::vector<MaxOf> needed_maxes(const Plan& plan) {
  std::vector<MaxOf> needed;
  for (const Input& input : plan.inputs)
    if (input.exercise) add_needed(needed, input.kind, *input.exercise);
  for (const Block& block : plan.blocks)
    for (const Session& session : block.sessions)
      for (const Line& line : session.lines) {
        add_needed(needed, line.stages);
        for (const SchemeStages& other : line.other_schemes) add_needed(needed, other.stages);
      }
  return needed;
}

// The 1RM behind the first kind of max that is known; 0 without one.
double known_max(const Plan& plan, const References& references, ExerciseId exercise) {
  for (const ReferenceKind kind : kinds_of_max())
    if (const auto known = references.value(plan, kind, exercise))
      if (const double max = known->amount.to_double() / part_of_max(kind); max != 0) return max;
  return 0;
}

Load whole_load(double amount, MassUnit unit) {
  return {Decimal::ratio(static_cast<std::int64_t>(amount * 2), 2), unit};
}

}  // namespace

double Lifter::typical_max(ExerciseId exercise, Random& random) const {
  const double unit = plan_.plan().units == MassUnit::lb ? kPoundsPerKilogram : 1;
  return typical_kg(plan_.plan().exercises[exercise]) * unit * level_factor(level_) *
         random.log_normal(0.18);
}

AthleteChanged Lifter::tell_maxes() {
  const Plan& plan = plan_.plan();
  const BroughtMaxes& brought = plan_.maxes();
  AthleteChanged told;
  if (brought.bodyweight) {
    bodyweight_ = *brought.bodyweight;
  } else {
    Random random(seed_, athlete_, Stream::strength, 1);
    bodyweight_ =
        80 * random.log_normal(0.15) * (plan.units == MassUnit::lb ? kPoundsPerKilogram : 1);
    told.values.push_back({kBodyweight, {}, whole_load(bodyweight_, plan.units)});
  }
  for (std::size_t i = 0; i < lifts_.size(); ++i)
    lifts_[i].max = lifts_[i].first = brought.known[i];
  for (const MaxOf& missing : brought.missing) {
    Lift& lift = lifts_[missing.of.value];
    Random random(seed_, athlete_, Stream::strength, 2 + missing.of.value);
    if (lift.max == 0) lift.max = lift.first = typical_max(missing.of, random);
    told.values.push_back(
        {missing.kind, missing.of, whole_load(lift.max * part_of_max(missing.kind), plan.units)});
  }
  return told;
}

BroughtMaxes brought_maxes(const RunPlan& run) {
  const Plan& plan = run.plan();
  const References references(plan, run.athlete());
  BroughtMaxes brought;
  if (const auto known = references.value(plan, kBodyweight, {}))
    brought.bodyweight = known->amount.to_double();
  for (std::size_t i = 0; i < plan.exercises.size(); ++i)
    brought.known.push_back(known_max(plan, references, plan.exercises.id_of(i)));
  brought.missing = needed_maxes(plan);
  std::erase_if(brought.missing, [&](const MaxOf& needed) {
    return references.value(plan, needed.kind, needed.of).has_value();
  });
  return brought;
}

}  // namespace meso::simulate
