// One session on its way from done to remembered: results to their progressions, rules tried,
// the queue moved on.
#pragma once

#include "runtime/step/step.h"

namespace meso {

// The session is pending.
void record_session(const RunPlan& run, State& state, int day, const SessionDone& done, Told& told,
                    const AtHand& at_hand);
// The groups of which a set of the exercise is a full one.
GroupSet groups_of(const RunPlan& run, ExerciseId exercise);
// A session that was done to its end trained what it always trains, and what stood in for it.
GroupSet groups_trained(const RunPlan& run, const SessionDone& done);

}  // namespace meso
