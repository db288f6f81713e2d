// How many hard sets a prescription gives to a muscle group, and what a session does to a group.
// One counting for guidelines, verifier, sheets and reports (docs/vocabulary.md, counting rules).
#pragma once

#include <optional>
#include <vector>

#include "base/decimal.h"
#include "runtime/edition.h"
#include "runtime/plan.h"

namespace meso {

// The least RIR of one set of the group, planned or estimated: from the written effort, else 0 for
// failure, else the edition's AMRAP value, else estimated from the % of 1RM (a training max counts
// as 90 % of it) and the reps; nothing where neither is written. `nth` is zero-based in the line.
struct SetEffort {
  Decimal rir;
  bool estimated = false;
};
std::optional<SetEffort> effort_of(const Line& line, const SetGroup& group, int nth,
                                   const Edition& edition);

// What a set with so many reps in reserve counts as: 1, 0.5 or 0.
Decimal counted_as(Decimal rir, const Edition& edition);

// Hard sets of the whole line (not per muscle): each set counts 1, 0.5 or 0 by its RIR; a set
// without any known effort counts 1.
Decimal hard_sets(const Line& line, const Prescription& prescription, const Edition& edition);

// What one session does to one group, alternatives counted as their union.
struct GroupDose {
  GroupId group;
  Decimal hard_sets;                       // fractional: 1 direct, 0.5 indirect
  Decimal direct_sets;                     // of which direct
  bool primary = false;                    // primary in any work set
  Decimal dose;                            // D of the recovery model
  Decimal least_rir = Decimal::whole(10);  // of the sets that touch it whose effort is known
  int lowering_seconds = 0;                // longest stated eccentric
  bool eccentric = false;       // eccentric emphasis: the lift's own, or 4 s and more of lowering
  bool unknown_effort = false;  // some set has no effort, neither written nor estimated
};
// Groups that the session touches, in the plan's group order. Uses each line's first stage.
std::vector<GroupDose> session_dose(const Plan& plan, const Session& session,
                                    const Edition& edition);

// Walking, mobility, stretching, whichever of its alternatives is done: no hard sets, nothing to
// overload.
bool trains_nothing(const Plan& plan, const Line& line);
// How far the line works the group: of its alternatives the most.
Decimal share_of(const Plan& plan, const Line& line, GroupId group);
// The same of each group that it works.
std::vector<MuscleShare> shares_of(const Plan& plan, const Line& line);

bool trains(const GroupDose& dose, const Edition& edition);
bool spares(const GroupDose& dose, Decimal session_sets, const Edition& edition);
// All work sets of the session, uncounted by muscle.
Decimal session_sets(const Session& session, const Edition& edition);

}  // namespace meso
