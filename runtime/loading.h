// What can be put on a bar: the smallest step of an exercise, rounding to it, and plates.
#pragma once

#include <optional>
#include <vector>

#include "runtime/athlete.h"
#include "runtime/plan.h"

namespace meso {

// The smallest step and the mode for this exercise: the athlete's increments, else the plan's
// rounding, else the equipment's usual step in the plan's unit.
struct LoadStep {
  Load step;
  Rounding mode = Rounding::nearest;
};
LoadStep load_step(const Plan& plan, const Athlete* athlete, const Exercise& exercise);

// The load as it can be put on, in the step's unit. A load that isn't zero never becomes zero: the
// least that can be loaded is one step.
Load loadable(Load exact, const LoadStep& step);

// Weights for one side of the bar, heaviest first; nothing when they don't add up or there is no
// bar (the sheet then leaves the line out).
std::optional<std::vector<Load>> plates_per_side(const Athlete& athlete, Load total);

}  // namespace meso
