// One run of a plan with an athlete who recovers as is typical: a figure, and no proof.
#pragma once

#include <vector>

#include "compiler/verify/bouts.h"
#include "compiler/verify/verify.h"

namespace meso {

// Every set is done, every group stays sore and weak as long as is typical after its last bouts,
// everything else is at its best. The athlete comes on the preferred day, where there is one, and
// then daily until the session is released.
TypicalRun run_typically(const PlanFacts& facts, const RunPlan& run, const Bouts& bouts);

}  // namespace meso
