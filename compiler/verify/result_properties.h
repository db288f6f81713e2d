// The properties that depend on results rather than on gaps: volume, loads, stalls, deloads.
#pragma once

#include "compiler/verify/budget.h"
#include "compiler/verify/verify.h"

namespace meso {

void check_results(const PlanFacts& facts, const RunPlan& run, const VerifyOptions& options,
                   Budget& budget, Verification& out);

}  // namespace meso
