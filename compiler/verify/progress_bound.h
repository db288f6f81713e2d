// progresses, as a bound in days: how long it takes at most until the next session is done, where
// gates let the fresh go.
#pragma once

#include <string>

#include "compiler/verify/bouts.h"
#include "compiler/verify/verify.h"

namespace meso {

struct ProgressBound {
  int days = 0;
  std::string why_open;  // not empty: there is no such bound, and why
};
// By then every group that the session trains or its gate names has recovered as is typical, every
// wait is over, and one day in three on which the session may be could be trained, or its fixed
// day. Events on a date are left out.
ProgressBound progress_bound(const PlanFacts& facts, const RunPlan& run, const Bouts& bouts);

}  // namespace meso
