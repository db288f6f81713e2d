// How many sets a line may come to: by its stages, and by the rules that add to them.
#pragma once

#include "runtime/edition.h"
#include "runtime/plan.h"

namespace meso {

// The most sets that any stage of the line or any of its rules takes it to; a rule that says no
// bound has the edition's.
int most_sets(const Plan& plan, const Edition& edition, const Line& line);

// The high end of `3-4x...`, over all set groups.
int written_sets(const Prescription& prescription);

}  // namespace meso
