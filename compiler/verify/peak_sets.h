// The most hard sets of a group in one session and in one week, on the paths that rules lead to.
#pragma once

#include "compiler/verify/budget.h"
#include "compiler/verify/verify.h"

namespace meso {

// As written, and for an athlete who does, beats or misses every set: paths that the runtime has
// gone, so whatever is told of them can happen.
AllPeaks peak_sets(const PlanFacts& facts, const RunPlan& run, Budget& budget);

}  // namespace meso
