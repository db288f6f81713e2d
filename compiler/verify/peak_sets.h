// The most hard sets of a group in one session and in one week, on the paths that rules lead to.
#pragma once

#include <string>
#include <vector>

#include "compiler/verify/budget.h"
#include "compiler/verify/verify.h"

namespace meso {

struct PeakSets {
  SessionId session;     // of a week: its first
  std::size_t pass = 0;  // into PlanFacts::passes
  Decimal sets, direct;  // of a week none are direct
  std::string results;   // with which a path leads there; empty: it stands in the plan
};

struct AllPeaks {
  std::vector<std::vector<PeakSets>> sessions;  // by group: the fullest of each session
  std::vector<PeakSets> weeks;                  // by group: the fullest loading week
};
// As written, and for an athlete who does, beats or misses every set: paths that the runtime has
// gone, so whatever is told of them can happen.
AllPeaks peak_sets(const PlanFacts& facts, const RunPlan& run, Budget& budget);

}  // namespace meso
