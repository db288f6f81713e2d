// The JSON form of a plan: complete, lossless and versioned by kPlanFormat. docs/plan-format.md
// says what it promises, docs/plan.schema.json what it looks like.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

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

struct LoadedPlan {
  Plan plan;
  std::vector<PlanPlace> places;
};
// What is wrong with a document and where, in a sentence: "blocks[0].times: ...".
struct PlanJsonError {
  std::string message;
};

// The plan that a document holds, without its source: what plan_json wrote of it comes back whole.
// Every name is looked up and every number checked, so whatever is read can be run. Any text may be
// given: it is refused with the first thing that is wrong. Keys that aren't known are passed over.
std::variant<LoadedPlan, PlanJsonError> read_plan_json(std::string_view text);

}  // namespace meso
