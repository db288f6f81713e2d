// swap-is-fresh: does what a swap puts in the place of a session still spare the groups that were
// fled, when rules have added sets to it?
#pragma once

#include <string>
#include <vector>

#include "compiler/verify/budget.h"
#include "compiler/verify/set_states.h"
#include "compiler/verify/verify.h"

namespace meso {

struct SwapCheck {
  std::vector<Flaw> flaws;  // at the target session, with a path
  std::string why_open;
};
// As written, the runtime takes no other target (docs/semantics.md, swap).
SwapCheck check_swaps(const PlanFacts& facts, const RunPlan& run, const AllSetStates& states,
                      Budget& budget);

}  // namespace meso
