// What lifts a simulated athlete brings along.
#include <algorithm>

#include "runtime/simulate/lifter.h"

namespace meso::simulate {
namespace {

constexpr double kPoundsPerKilogram = 2.2046226;

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

struct Needed {
  ReferenceKind kind;
  ExerciseId of;
  friend bool operator==(const Needed&, const Needed&) = default;
};

void add_needed(std::vector<Needed>& needed, ReferenceKind kind, ExerciseId of) {
  if (kind.of == ReferenceKind::Of::bodyweight) return;
  if (std::find(needed.begin(), needed.end(), Needed{kind, of}) == needed.end())
    needed.push_back({kind, of});
}

void add_needed(std::vector<Needed>& needed, const std::vector<Prescription>& stages) {
  for (const Prescription& stage : stages)
    for (const SetGroup& group : stage.groups)
      if (const auto* load = std::get_if<PercentLoad>(&group.load))
        add_needed(needed, load->reference, load->of);
}

// All that percentages of the plan are taken of.
std::vector<Needed> needed_maxes(const Plan& plan) {
  std::vector<Needed> needed;
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

Load whole_load(double amount, MassUnit unit) {
  return {Decimal::ratio(static_cast<std::int64_t>(amount * 2), 2), unit};
}

}  // namespace

double Lifter::typical_max(ExerciseId exercise, Random& random) const {
  const double unit = plan_.plan().units == MassUnit::lb ? kPoundsPerKilogram : 1;
  return typical_kg(plan_.plan().exercises[exercise]) * unit * level_factor(level_) *
         random.log_normal(0.18);
}

AthleteChanged Lifter::tell_maxes(const References& references) {
  const Plan& plan = plan_.plan();
  const ReferenceKind body{ReferenceKind::Of::bodyweight, 1};
  AthleteChanged told;
  if (const auto known = references.value(plan, body, {})) {
    bodyweight_ = known->amount.to_double();
  } else {
    Random random(seed_, athlete_, Stream::strength, 1);
    bodyweight_ =
        80 * random.log_normal(0.15) * (plan.units == MassUnit::lb ? kPoundsPerKilogram : 1);
    told.values.push_back({body, {}, whole_load(bodyweight_, plan.units)});
  }
  for (std::size_t i = 0; i < lifts_.size(); ++i)
    for (const ReferenceKind kind : kinds_of_max()) {
      const auto known = references.value(plan, kind, plan.exercises.id_of(i));
      if (known && lifts_[i].max == 0)
        lifts_[i].max = lifts_[i].first = known->amount.to_double() / part_of_max(kind);
    }
  for (const Needed& needed : needed_maxes(plan)) {
    if (references.value(plan, needed.kind, needed.of)) continue;
    Lift& lift = lifts_[needed.of.value];
    Random random(seed_, athlete_, Stream::strength, 2 + needed.of.value);
    if (lift.max == 0) lift.max = lift.first = typical_max(needed.of, random);
    told.values.push_back(
        {needed.kind, needed.of, whole_load(lift.max * part_of_max(needed.kind), plan.units)});
  }
  return told;
}

}  // namespace meso::simulate
