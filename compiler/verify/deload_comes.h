// deload-comes: how long a plan loads without a break.
#pragma once

#include "compiler/verify/verify.h"

namespace meso {

// The longest time of loading without a deload or a test, with each session on its preferred or
// else earliest day. A rule that makes it easier on those who stall, by a block that it inserts or
// by a cut, is no flaw and no proof: whoever doesn't stall never sees it.
LoadingRun longest_loading_run(const PlanFacts& facts);

}  // namespace meso
