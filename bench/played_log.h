// A log that fits its plan: an athlete who is always well checks in each day, trains when the plan
// lets them, as it is written, and begins again when it is over.
#pragma once

#include <string>

#include "runtime/step/step.h"

namespace meso::bench {

// At least so many records; each is what `meso log` would have written.
std::string played_log(const RunPlan& run, int records);

}  // namespace meso::bench
