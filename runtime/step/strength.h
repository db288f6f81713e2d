// "strength restored": a probe of today against the usual of that lift.
#pragma once

#include "runtime/step/prescribe.h"
#include "runtime/step/step.h"

namespace meso {

// The estimated max that a probe shows; nothing without its reps in reserve: a warm-up set alone
// says nothing of strength.
std::optional<Decimal> probe_estimate(const RunPlan& run, const References& references,
                                      const ProbeDone& probe);
// For each lift that a session of the current pass is probed by. Without a history it is the time
// since its groups were trained that tells.
void tell_strength(const RunPlan& run, const State& state, int day,
                   const std::vector<std::pair<ExerciseId, Decimal>>& probes, CheckIn& answers);

}  // namespace meso
