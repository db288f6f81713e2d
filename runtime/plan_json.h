// The JSON form of a plan: complete, lossless and versioned by kPlanFormat. docs/plan-format.md
// says what it promises, docs/plan.schema.json what it looks like.
#pragma once

#include <cstdint>
#include <span>
#include <string>

#include "runtime/plan.h"

namespace meso {

// Where a SourceId points in the plan's text, counted from 1.
struct PlanPlace {
  std::uint32_t line = 0, column = 0;
  std::string file{};  // of a library; empty: the plan
};

// Two-space indents, a newline at the end, keys in the order of runtime/plan.h. `places` is indexed
// by SourceId; without it the `source` numbers stay, pointing nowhere.
std::string plan_json(const Plan& plan, std::span<const PlanPlace> places);

}  // namespace meso
