// Rises of volume that results could bring about, bounded from above: each progression takes its
// worst way for itself, for results of different lifts don't hang together.
#pragma once

#include <string>
#include <vector>

#include "compiler/verify/set_states.h"
#include "compiler/verify/verify.h"

namespace meso {

// A rise that couldn't be ruled out.
struct OpenRise {
  std::size_t pass = 0;  // into PlanFacts::passes
  GroupId group;
  VolumeJump::Of of = VolumeJump::Of::pass;
  bool needs_trigger = false;  // only where a rule repeats a week, ends a block or inserts one
};
// Once the budget is spent the rest isn't looked at. Each rise that may be too wide on some path,
// one for each pass, group and kind. Empty: none is.
std::vector<OpenRise> open_rises(const PlanFacts& facts, const RunPlan& run,
                                 const AllSetStates& states, const VolumeBounds& bounds,
                                 Budget& budget);

}  // namespace meso
