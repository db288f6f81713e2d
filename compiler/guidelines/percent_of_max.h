// How heavy a set is, in % of the 1RM.
#pragma once

#include <optional>

#include "runtime/edition.h"
#include "runtime/plan.h"

namespace meso {

// Of the percentage that is written, at its lighter end; of a training max or a rep max it is
// turned into one of 1RM. Nothing where none is, or where it says nothing of 1RM.
std::optional<Decimal> stated_percent(const SetGroup& group, const Edition& edition);

// The same, else estimated from the reps and the reps in reserve that are written.
std::optional<Decimal> likely_percent(const Line& line, const SetGroup& group,
                                      const Edition& edition);

}  // namespace meso
