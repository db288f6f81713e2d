// What a sheet can say of a line's loads before any result is in.
#pragma once

#include <vector>

#include "runtime/nominal.h"
#include "runtime/results.h"

namespace meso {

// One a set group, rounded once, at the end. `results` is where the path stands.
std::vector<PlannedLoad> planned_loads(const Plan& plan, const Athlete* athlete, const Line& line,
                                       const Prescription& prescription, const Results& results);

}  // namespace meso
