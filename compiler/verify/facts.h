// What several guidelines ask of a plan, worked out once: doses, the order of sessions, gates as
// tables.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "compiler/verify/clause_table.h"
#include "runtime/dose.h"
#include "runtime/edition.h"
#include "runtime/plan.h"
#include "runtime/queue.h"
#include "runtime/step/place.h"

namespace meso {

// One pass through the sessions of a block, in plan order.
struct Pass {
  BlockId block;
  int run = 0;
  int number = 0;  // week or rotation of the run, zero-based
  WeekKind kind = WeekKind::loading;
};
// Reduced passes (deload, test) aren't what an athlete is loaded with.
inline bool is_loading(WeekKind kind) {
  return kind == WeekKind::loading || kind == WeekKind::push;
}
inline bool is_loading(const Pass& pass) { return is_loading(pass.kind); }

class PlanFacts;
// The pass that a run of the plan is in; nothing in an inserted block, which isn't in the order.
std::optional<std::size_t> pass_of(const PlanFacts& facts, const Place& place);

class PlanFacts {
 public:
  PlanFacts(const Plan& plan, const Edition& edition);

  const Plan& plan;
  const Edition& edition;
  std::vector<ClauseTable> gates;  // by GateId
  std::vector<Pass> passes;        // all runs, in order
  std::vector<QueueEntry> order;   // sessions as the queue holds them, in order

  // What a session of the order does to the groups that it touches.
  const std::vector<GroupDose>& doses(const QueueEntry& entry) const;
  const std::vector<GroupDose>& doses(BlockId block, std::uint32_t session) const {
    return doses_[block.value][session];
  }
  // Is every way to train this group under the session's gate preceded by a report that clears it?
  bool guarded(const Session& session, GroupId group) const;
  const Week& week(const Pass& pass) const {
    return plan.blocks[pass.block].weeks[static_cast<std::size_t>(pass.number)];
  }
  std::string_view name(GroupId group) const { return plan.groups[group.value].name; }

 private:
  void add_block(BlockId id);
  void add_week(BlockId id, const Week& week, std::uint32_t& next);
  void add_guards(const Gate& gate, const ClauseTable& table);

  std::vector<std::vector<std::vector<GroupDose>>> doses_;  // by block, session
  std::vector<std::vector<bool>> guards_;                   // by gate, group
};

// Days of the plan's sessions, each on its preferred or else earliest day; by PlanFacts::order.
std::vector<int> preferred_days(const PlanFacts& facts);

// The entries of PlanFacts::order that each pass of PlanFacts::passes holds: [from, to).
struct PassEntries {
  std::size_t from = 0, to = 0;
};
std::vector<PassEntries> entries_by_pass(const PlanFacts& facts);

}  // namespace meso
