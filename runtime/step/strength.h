// "strength restored": a probe of today against the usual of that lift.
#pragma once

#include <span>

#include "runtime/step/prescribe.h"
#include "runtime/step/step.h"

namespace meso {

// What a probe shows; nothing without its reps in reserve: a warm-up set alone says nothing of
// strength.
std::optional<StrengthShown> shown_by(const RunPlan& run, const References& references,
                                      const ProbeDone& probe);
// More reps left than are told from one another: see StrengthShown.
bool shows_at_least(const Edition& edition, const DoneSet& set);
// For each lift that a session of the current pass is probed by. Without a history, and where the
// probe was too light to tell, it is the time since its groups were trained that tells.
void tell_strength(const RunPlan& run, const State& state, int day,
                   std::span<const StrengthShown> probes, CheckIn& answers);

}  // namespace meso
