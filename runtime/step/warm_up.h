// Warm-up sets on the way to a work load, and what goes on the bar.
#pragma once

#include <vector>

#include "runtime/step/prescribe.h"

namespace meso {

struct WarmUpSet {
  int reps = 0;
  Load load;
};
// Of `warm up auto`: from the empty bar up, each step lighter in reps than the one before; fewer
// where the work load is light. Of a stated warm-up its own sets. Empty where no load is known.
std::vector<WarmUpSet> warm_up_sets(const RunPlan& run, const References& references,
                                    const TodayLine& line);

}  // namespace meso
