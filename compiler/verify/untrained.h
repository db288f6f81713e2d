// How long the plan itself leaves a group alone, however fresh the athlete is.
#pragma once

#include <vector>

#include "compiler/verify/verify.h"

namespace meso {

// The longest gap of each group that two sessions or more work directly, when every session is done
// on its preferred or else earliest day.
std::vector<GroupGap> longest_gaps(const PlanFacts& facts);

}  // namespace meso
