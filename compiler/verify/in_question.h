// Which groups' paths have to be walked at all: of most gated plans none.
#pragma once

#include "compiler/verify/facts.h"
#include "runtime/groups.h"
#include "runtime/step/run_plan.h"

namespace meso {

// Those that some session trains without a gate, or on a gate that doesn't ask enough of them: not
// of their soreness, or not of strength in every clause that releases the session.
GroupSet groups_in_question(const PlanFacts& facts, const RunPlan& run);

}  // namespace meso
