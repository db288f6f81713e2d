// stall-escalates: what a plan does about an athlete who misses every set.
#pragma once

#include <vector>

#include "compiler/verify/verify.h"

namespace meso {

// Cuts of a progression that nothing ends, with every set missed from the first day on.
std::vector<Flaw> stalls_without_escalation(const RunPlan& run);

}  // namespace meso
