// Which rules make a line harder, and by how much: shared by the overload guidelines.
#pragma once

#include "runtime/plan.h"

namespace meso {

// Does the change add load, reps or sets, lower the RIR, or raise a reference?
bool is_growth(const Change& change);
bool has_growth(const RuleClause& clause);

// Can the rule change what the line prescribes (load, reps, sets, effort, rest, stage, reference)?
bool changes_prescription(const Rule& rule);
// Can it change the reference (training max, nRM) that a percentage of this kind is of?
bool changes_reference(const Rule& rule, ReferenceKind kind);

}  // namespace meso
