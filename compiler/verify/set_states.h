// What rules can make of the sets of a plan's lines: the states of each progression, and which of
// them are how many firings apart. Results are free: any clause may fire whenever its rule is
// tried, which only adds states.
#pragma once

#include <algorithm>
#include <cstdint>
#include <optional>
#include <vector>

#include "compiler/verify/budget.h"
#include "compiler/verify/facts.h"
#include "compiler/verify/line_sets.h"

namespace meso {

// Progressions that lines share, with all states that they can come to together.
class SetStates {
 public:
  static constexpr std::size_t kMost = 256;

  std::vector<StateId> progressions;
  std::vector<std::vector<SlotState>> states;  // the first is the start; one SlotState each
  bool complete = true;  // false: there are more than kMost, or the budget is spent

  bool moves() const { return states.size() > 1; }
  // Firings from one state to another at the least; kFar where none lead there.
  static constexpr int kFar = 1 << 20;
  int distance(std::size_t from, std::size_t to) const {
    return distances_[from * states.size() + to];
  }

 private:
  friend class SetWalk;
  std::vector<int> distances_;
};

class AllSetStates {
 public:
  AllSetStates(const PlanFacts& facts, const RunPlan& run, Budget& budget);

  const std::vector<SetStates>& parts() const { return parts_; }
  // False: of some part not all states are known, and nothing can be said of its sets.
  bool complete() const {
    return std::all_of(parts_.begin(), parts_.end(), [](const SetStates& p) { return p.complete; });
  }
  // Of a line's progressions; nothing where it has none.
  std::optional<std::size_t> part_of(SessionId session, std::size_t line) const;
  // Whether any rule changes sets at all.
  bool any() const { return any_; }
  // Firings that a session may set off in the part's progressions, and those at the end of a pass.
  // A session of a deload or a test is no exposure: it fires followed rules only.
  int firings(std::size_t part, SessionId session, bool is_exposure) const;
  int firings_at_end(std::size_t part, BlockId block) const;
  // Hard sets of the line in each state of its part, by group.
  BySets line_sets(SessionId session, std::size_t line, std::size_t state) const;

 private:
  const RunPlan& run_;
  std::vector<std::size_t> part_of_state_;  // by StateId
  std::vector<SetStates> parts_;
  bool any_ = false;
};

}  // namespace meso
