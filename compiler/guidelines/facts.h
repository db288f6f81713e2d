// What several guidelines ask of a plan, worked out once: doses, the order of sessions, gates as
// tables, the classes of bouts.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "compiler/verify/clause_table.h"
#include "runtime/dose.h"
#include "runtime/edition.h"
#include "runtime/plan.h"
#include "runtime/queue.h"
#include "runtime/recovery.h"

namespace meso {

// One pass through the sessions of a block, in plan order.
struct Pass {
  BlockId block;
  int run = 0;
  int number = 0;             // week or rotation of the run, zero-based
  WeekKind kind = WeekKind::loading;
  std::vector<std::uint32_t> sessions;  // into Block::sessions
};

// A session of the plain order that trains a group, with how hard a bout it is.
struct Exposure {
  std::uint32_t at = 0;       // into PlanFacts::order
  const GroupDose* dose = nullptr;
  BoutClass bout_class = BoutClass::usual;
};

class PlanFacts {
 public:
  PlanFacts(const Plan& plan, const Edition& edition);

  const Plan& plan;
  const Edition& edition;
  std::vector<ClauseTable> gates;             // by GateId
  std::vector<Pass> passes;                 // all runs, in order
  std::vector<QueueEntry> order;            // sessions as the queue holds them, in order

  const std::vector<GroupDose>& doses(const Session& session) const;
  const std::vector<GroupDose>& doses(BlockId block, std::uint32_t session) const { return doses_[block.value][session]; }
  // Every exposure of the group, in order. Reduced passes (deload, test) are exposures too.
  std::vector<Exposure> exposures(GroupId group) const;
  // Is every way to train this group under the session's gate preceded by a report that clears it?
  bool guarded(const Session& session, GroupId group) const;
  const Exercise& exercise(ExerciseId id) const { return plan.exercises[id]; }
  std::string_view name(GroupId group) const { return plan.groups[group.value].name; }

 private:
  void add_block(BlockId id);

  std::vector<std::vector<std::vector<GroupDose>>> doses_;  // by block, session
  std::vector<std::uint32_t> pass_of_;                      // by order: index into passes
};

}  // namespace meso
