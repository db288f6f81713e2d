#include "compiler/guidelines/lines.h"

#include <algorithm>

#include "runtime/dose.h"
#include "runtime/recovery.h"

namespace meso {

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
