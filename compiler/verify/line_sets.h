// Hard sets of a line as its rules have made it: what volume is counted in on every path.
#pragma once

#include <span>
#include <vector>

#include "runtime/step/run_plan.h"
#include "runtime/step/slot.h"

namespace meso {

using BySets = std::vector<Decimal>;  // hard sets, by group

// What of a progression decides its hard sets: stage, scheme, sets, RIR. Reps and loads count as
// they are written, for a set's effort is what the plan says it is.
SlotState sets_alone(const SlotState& slot);
bool changes_sets(const Action& action);

// Of a muscle that a line works indirectly half a set counts, or none.
enum class Counted : std::uint8_t { all, direct };

// Adds the line's hard sets to each group's, at these states of its progressions, in the order of
// LineFacts::states.
void add_line_sets(const RunPlan& run, SessionId session, std::size_t line,
                   std::span<const SlotState* const> slots, BySets& by_group,
                   Counted counted = Counted::all);
// Of a whole session, with these states of all progressions.
BySets session_sets_at(const RunPlan& run, const std::vector<SlotState>& slots, SessionId session,
                       Counted counted = Counted::all);

}  // namespace meso
