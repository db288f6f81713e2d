// What is known of an athlete's maxes before anything is drawn: the same for all who start a plan.
#pragma once

#include <optional>
#include <vector>

#include "runtime/step/run_plan.h"

namespace meso::simulate {

struct MaxOf {
  ReferenceKind kind;
  ExerciseId of;
  friend bool operator==(const MaxOf&, const MaxOf&) = default;
};

struct BroughtMaxes {
  std::optional<double> bodyweight;  // in the plan's unit
  std::vector<double> known;         // by exercise: its 1RM, in the plan's unit; 0: not known
  std::vector<MaxOf> missing;        // that percentages are taken of and nobody gave
};
BroughtMaxes brought_maxes(const RunPlan& run);

}  // namespace meso::simulate
