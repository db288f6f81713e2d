// stall-escalates: what a plan does about an athlete who misses every set.
#pragma once

#include <vector>

#include "compiler/verify/budget.h"
#include "compiler/verify/verify.h"

namespace meso {

// Cuts of a progression that nothing ends, with every set missed from the first day on.
struct Stalls {
  std::vector<Flaw> flaws;
  bool complete = true;  // false: the plan's end wasn't reached
};
Stalls stalls_without_escalation(const RunPlan& run, Budget& budget);

}  // namespace meso
