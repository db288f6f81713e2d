// bounded-volume: do the sets of each group rise in steps, whatever the results?
#pragma once

#include <string>
#include <vector>

#include "compiler/verify/budget.h"
#include "compiler/verify/set_states.h"
#include "compiler/verify/verify.h"

namespace meso {

struct VolumeCheck {
  std::vector<VolumeJump> jumps;  // the first of each group, with a path
  std::string why_open;           // not empty: neither bounded nor refuted
};
VolumeCheck check_volume(const PlanFacts& facts, const RunPlan& run, const AllSetStates& states,
                         const VerifyOptions& options, Budget& budget);

}  // namespace meso
