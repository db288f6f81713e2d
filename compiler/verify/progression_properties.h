// What happens to a plan when results fail, and how long it loads without a break.
#pragma once

#include <vector>

#include "compiler/verify/budget.h"
#include "compiler/verify/verify.h"

namespace meso {

// Cuts of a progression that nothing ends: run with every set missed from the first day on.
struct Stalls {
  std::vector<Flaw> flaws;
  bool complete = true;  // false: the plan's end wasn't reached
};
Stalls stalls_without_escalation(const RunPlan& run, Budget& budget);

// Loading passes in a row without a deload or a test, where they are too many. A block that rules
// insert is no flaw and no proof: it comes only if the athlete stalls.
struct LoadingRun {
  int passes = 0;  // the longest
  SourceId place;  // of its last pass
  bool inserts = false;
};
LoadingRun longest_loading_run(const PlanFacts& facts);
inline constexpr int kMostLoadingPasses = 8;

}  // namespace meso
