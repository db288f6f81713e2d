// What a line asks, as the guidelines of novelty and effort read it.
#pragma once

#include <optional>
#include <string>

#include "runtime/edition.h"
#include "runtime/plan.h"

namespace meso {

// Holds and carries: nothing is lowered under load, and there is no number of reps.
bool has_reps(const Line& line);
// `back squat`, or the first that the athlete can choose from.
const std::string& lift_name(const Plan& plan, const Line& line);
// The least reps in reserve that the line's first stage says, as a number or by `max`, `5+` and
// `to failure`; what is only estimated doesn't count.
std::optional<Decimal> least_rir(const Line& line, const Edition& edition);
// Eccentric emphasis: four seconds of lowering and more, or a lift that is one, whatever the
// athlete chooses.
bool is_slow(const Plan& plan, const Line& line);

}  // namespace meso
