#include "compiler/guidelines/known_lifts.h"

#include <algorithm>

namespace meso {

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
    const Exercise& exercise = plan_.exercises[id];
    // What trains nothing needs no getting used to.
    const bool counts = !exercise.any_of_class && !exercise.muscles.empty();
    return counts && (!last || *last < since);
  });
}

void KnownLifts::done(const Session& session, int day) {
  for (const Line& line : session.lines)
    for (const ExerciseId id : line.options) know(id, day);
}

}  // namespace meso
