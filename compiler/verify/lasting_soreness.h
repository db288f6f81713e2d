// What a gate says to an athlete whose soreness stays.
#pragma once

#include "runtime/step/run_plan.h"

namespace meso {

// So sore in every group that the session trains, reported on each day, for so many days; all else
// is well: the answers that would release a session first.
struct LastingSoreness {
  int report = 3;
  int days = 5;
};

// The clause of the session's gate that decides then; null where none does.
const GateClause* clause_for(const RunPlan& run, SessionId id, const LastingSoreness& soreness);

// What a clause leaves of the session's sets, in %, before they are rounded.
Decimal sets_left(const Session& session, const GateClause& clause);

}  // namespace meso
