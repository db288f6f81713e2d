// bounded-load: does any firing of a rule raise a load, or a max, too far at once?
#pragma once

#include <string>
#include <vector>

#include "compiler/verify/budget.h"
#include "compiler/verify/verify.h"

namespace meso {

struct LoadCheck {
  std::vector<LoadJump> jumps;  // the first steps, then those that some results lead to
  std::string why_open;         // not empty: some step is neither bounded nor refuted
};
// "12.5 %".
std::string percent_text(Decimal percent);
// "of 20 kg", "of the load before".
std::string base_text(const LoadJump& jump);
Flaw flaw_of(const PlanFacts& facts, const LoadJump& jump);
LoadCheck check_loads(const PlanFacts& facts, const RunPlan& run, const LoadBounds& bounds,
                      Budget& budget);

}  // namespace meso
