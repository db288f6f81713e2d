// The queue of a plan as a finite graph: where a pass through a week stands, and where doing a
// session leads. Weeks that are alike share a node, so that repeated weeks cost nothing; a path may
// then go round more often than the plan does, which only adds paths.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <tuple>
#include <vector>

#include "base/id.h"
#include "compiler/verify/bouts.h"
#include "compiler/verify/numbered.h"
#include "runtime/step/place.h"
#include "runtime/step/run_plan.h"

namespace meso {

using PositionId = Id<struct PositionTag>;
using WeekNodeId = Id<struct WeekNodeTag>;

// Weeks of one block that list the same sessions, with the same bouts.
struct WeekNode {
  BlockId block;
  std::size_t pass = 0;  // one of them, into PlanFacts::passes
  std::vector<SessionId> sessions;
  Pace pace;
  bool rotates = false;
  int a_week = 0;  // sessions
  std::uint64_t whole = 0;
  std::vector<WeekNodeId> next_in_block;  // the week behind one of them
  std::vector<WeekNodeId> next_outside;   // behind the block's last: its next run, the next block
  bool may_be_last = false;               // of its block
};

// What rules that are in force in a block may set off.
struct BlockTriggers {
  std::vector<BlockId> inserts;
  bool repeats_week = false;
  bool ends_block = false;
};
BlockTriggers triggers_of(const Plan& plan, const Block& block);

// Where a pass stands: bit n is set while the n-th session isn't done.
struct Position {
  WeekNodeId week;
  int consumed = 0;
  std::uint64_t pending = 0, at_start = 0;
  friend bool operator==(const Position&, const Position&) = default;
};
inline std::uint64_t hash_of(const Position& at) {
  const std::uint64_t words[] = {
      std::uint64_t{at.week.value} << 32 | static_cast<std::uint32_t>(at.consumed), at.pending,
      at.at_start};
  return hash_of_words(words, 3);
}

// Where doing a session may lead.
struct AfterSession {
  std::optional<PositionId> here;          // the week goes on
  std::vector<PositionId> on;              // else: the next weeks, or this one again
  std::vector<PositionId> on_inside;       // the same in an inserted block ...
  bool ends_insertion = false;             // ... which may be over
  std::span<const PositionId> insertions;  // blocks that may come in between now
};

struct QueueModel {
  bool merges_weeks = true;
  bool tells_bouts_apart = true;  // of weeks that are merged: false is a seeded fault
  bool has_triggers = true;       // rules may insert a block, repeat a week, end a block
};

class QueueGraph {
 public:
  QueueGraph(const PlanFacts& facts, const RunPlan& run, const Bouts& bouts, QueueModel model);

  std::optional<PositionId> start() const { return start_; }
  const Position& operator[](PositionId id) const { return positions_[id.value]; }
  const WeekNode& week(PositionId id) const { return weeks_[positions_[id.value].week.value]; }
  const std::vector<WeekNode>& weeks() const { return weeks_; }
  // Until the next call.
  const AfterSession& after(PositionId at, std::size_t nth);
  PositionId afresh(PositionId at);  // the week from its beginning

 private:
  using Signature = std::tuple<std::uint32_t, std::vector<std::uint32_t>, std::vector<int>>;
  void add_weeks(const Bouts& bouts, QueueModel model);
  void link();
  void link(WeekNode& node, const Place& place, bool end_block);
  WeekNodeId node_of(const Place& place) const;
  PositionId at_start(WeekNodeId week, std::uint64_t pending);
  PositionId at_start(WeekNodeId week) { return at_start(week, weeks_[week.value].whole); }
  PositionId intern(const Position& position);
  void add_insertions();
  void end_week(const Position& left);

  const PlanFacts& facts_;
  const RunPlan& run_;
  std::vector<BlockTriggers> triggers_;  // by block
  std::vector<WeekNode> weeks_;
  std::vector<std::vector<std::vector<WeekNodeId>>> node_of_;  // by block, run, week
  Numbered<Position> positions_;
  std::vector<std::vector<PositionId>> insertions_;  // by block in which rules insert them
  AfterSession after_;
  std::optional<PositionId> start_;
};

}  // namespace meso
