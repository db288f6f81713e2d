// What a percentage is taken of: the athlete's own value, else the plan's default for it.
#pragma once

#include <optional>

#include "runtime/athlete.h"
#include "runtime/plan.h"

namespace meso {

bool is_bodyweight(ReferenceKind kind);
// Only an nRM has a number of reps.
bool same_kind(ReferenceKind a, ReferenceKind b);
// The plan's input that asks for it; null where there is none.
const Input* input_for(const Plan& plan, ReferenceKind kind, ExerciseId of);

// In the plan's unit, exactly. The athlete's value wins over the plan's default; a default such as
// `90% of 1RM` needs that 1RM from the athlete. For bodyweight `of` means nothing.
std::optional<Load> reference_value(const Plan& plan, const Athlete* athlete, ReferenceKind kind,
                                    ExerciseId of);

}  // namespace meso
