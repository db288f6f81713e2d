#include "compiler/guidelines/known_lifts.h"

#include <algorithm>

#include "runtime/recovery.h"

namespace meso {

std::vector<int> preferred_days(const PlanFacts& facts) {
  std::vector<int> days;
  days.reserve(facts.order.size());
  QueueDates dates(facts.plan, facts.edition, Weekday::mon);
  for (const QueueEntry& entry : facts.order) {
    days.push_back(dates.preferred(entry));
    dates.done(entry, days.back());
  }
  return days;
}

std::vector<PassEntries> entries_by_pass(const PlanFacts& facts) {
  std::vector<PassEntries> out(facts.passes.size());
  for (std::size_t i = 0; i < facts.order.size(); ++i) {
    PassEntries& entries = out[facts.order[i].pass_index];
    if (entries.to == 0) entries.from = i;
    entries.to = i + 1;
  }
  return out;
}

KnownLifts::KnownLifts(const Plan& plan) : plan_(plan), last_(plan.exercises.size()) {
  for (std::size_t e = 0; e < plan.exercises.size(); ++e)
    if (plan.exercises[plan.exercises.id_of(e)].familiar) know(plan.exercises.id_of(e), 0);
  for (const Input& input : plan.inputs)
    if (input.exercise) know(*input.exercise, 0);
}

void KnownLifts::know(ExerciseId exercise, int day) {
  auto& last = last_[exercise.value];
  last = std::max(last.value_or(day), day);
}

bool KnownLifts::all_options(const Line& line, int since) const {
  return std::all_of(line.options.begin(), line.options.end(), [&](ExerciseId id) {
    const auto& last = last_[id.value];
    return !plan_.exercises[id].any_of_class && (!last || *last < since);
  });
}

void KnownLifts::done(const Session& session, int day) {
  for (const Line& line : session.lines)
    for (const ExerciseId id : line.options) know(id, day);
}

std::vector<MuscleShare> shares_of(const Plan& plan, const Line& line) {
  std::vector<MuscleShare> out;
  for (const ExerciseId id : line.options)
    for (const MuscleShare& muscle : plan.exercises[id].muscles) {
      const auto known = std::find_if(
          out.begin(), out.end(), [&](const MuscleShare& m) { return m.group == muscle.group; });
      if (known == out.end())
        out.push_back(muscle);
      else
        known->share = std::max(known->share, muscle.share);
    }
  return out;
}

bool has_reps(const Line& line) {
  const auto lifted = [](const SetGroup& group) {
    return !std::holds_alternative<TimeTarget>(group.target) &&
           !std::holds_alternative<DistanceTarget>(group.target);
  };
  if (line.stages.empty()) return false;
  const Prescription& first = line.stages.front();
  return first.total_reps || first.test ||
         std::any_of(first.groups.begin(), first.groups.end(), lifted);
}

const std::string& lift_name(const Plan& plan, const Line& line) {
  return plan.exercises[line.options.front()].name;
}

std::optional<Decimal> least_rir(const Line& line, const Edition& edition) {
  std::optional<Decimal> least;
  if (line.to_failure) return Decimal();
  int nth = 0;
  for (const SetGroup& group : line.stages.front().groups)
    for (int n = 0; n < group.sets.low; ++n, ++nth)
      if (const auto effort = effort_of(line, group, nth, edition); effort && !effort->estimated)
        least = std::min(least.value_or(effort->rir), effort->rir);
  return least;
}

bool is_slow(const Plan& plan, const Line& line) {
  return (line.tempo && line.tempo->eccentric >= kEccentricSeconds) ||
         std::all_of(line.options.begin(), line.options.end(),
                     [&](ExerciseId id) { return plan.exercises[id].eccentric; });
}

}  // namespace meso
