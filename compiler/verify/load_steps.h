// What one firing of a rule adds to a load, or to the max that it is taken of.
#pragma once

#include <optional>
#include <vector>

#include "runtime/plan.h"
#include "runtime/step/state.h"

namespace meso {

// What a change is added to: a line's load, or a max of one lift.
struct Working {
  Changes what = Changes::load;  // or reference
  ReferenceKind reference;
  ExerciseId of;
  std::optional<Load> start;  // as the plan states it
};
Working working_of(const Plan& plan, const Line& line, const Change& change);
// What it has become, where its start is known.
std::optional<Load> value_of(const RunPlan& run, const Progress& progress, const Working& working,
                             const LineFacts& line);

// How far a change raises it at the most: in %, or in the plan's unit.
struct Rise {
  Decimal amount;
  bool is_percent = false;
};
std::optional<Rise> rise_of(const Change& change, const RuleCall& call);
// The share of what is left, in %, and what is taken off beside it.
struct Cut {
  Decimal left = Decimal::whole(100);
  Decimal off;
};
std::optional<Cut> cut_of(const Change& change, const RuleCall& call);

// The smallest step that the equipment of any of the line's alternatives can make.
Decimal loadable_step(const Plan& plan, const Line& line);

}  // namespace meso
