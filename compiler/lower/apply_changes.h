// What `sets x 50%, load x 90%, RIR + 2` makes of a prescription. Planned changes only: those of
// weeks and repeats. Gates, returns and rules change what an athlete does, not what is planned.
#pragma once

#include <vector>

#include "compiler/diag/diagnostic.h"
#include "compiler/model/model.h"

namespace meso {

// Applies the changes in order. Changes that mean nothing for a plan (`gap`, `stage`, a training
// max) are left to check_planned_changes.
void apply_changes(const std::vector<Change>& changes, Prescription& prescription);

// The rest is the line's, however many stages it has.
void apply_rest_changes(const std::vector<Change>& changes, Line& line);

// Reports changes that a week or a repeat can't make.
void check_planned_changes(const Model& model, const std::vector<Change>& changes, Sink& sink);

}  // namespace meso
