// Rules held against results: which clause acts, and what windows remember. What the clause does is
// in apply_rules.h.
#pragma once

#include <optional>
#include <span>
#include <utility>
#include <vector>

#include "runtime/step/control.h"
#include "runtime/step/outcome.h"
#include "runtime/step/readiness.h"

namespace meso {

// How recovery went before a session; nothing where no check-in says.
struct Recovery {
  std::optional<bool> in_time, early, never_sore, sore_at_start;
};

// What clauses are tried on: an exposure, a session, or what ends with it.
struct RuleMoment {
  const Today* today = nullptr;
  Recovery recovery;
  int week = 1;  // of the block, as rules count it
  Ends ends;     // only at events
  bool is_event() const { return ends.rotation || ends.week || ends.block; }
};

// What a rule of one line is asked about.
struct LineCase {
  const RuleCall* call = nullptr;
  SlotState* slot = nullptr;
  const Outcome* outcome = nullptr;  // of the exposure; at an event of the last one, may be null
  int sets = 0;                      // of the line, as the rule has made it
};
// Counts the exposure into the windows of the rule.
void count_windows(const RunPlan& run, const LineCase& line, const RuleMoment& moment);
// The clause that acts, or nothing. Its windows start afresh.
std::optional<std::size_t> clause_of(const RunPlan& run, const LineCase& line,
                                     const RuleMoment& moment);

// The state of a followed rule: of the session, and of each lift.
struct FollowState {
  std::vector<WindowCount> windows;  // of RunPlan::windows()
  std::vector<std::pair<ExerciseId, std::vector<WindowCount>>> lifts;
  friend bool operator==(const FollowState&, const FollowState&) = default;
};
struct FollowCase {
  const RuleCall* call = nullptr;
  FollowState* state = nullptr;
  std::span<const Outcome> outcomes;  // of this session's exposures; none at a lightened one
};
void count_windows(const RunPlan& run, const FollowCase& follow, const RuleMoment& moment);
struct FollowedClause {
  std::size_t clause = 0;
  std::vector<ExerciseId> lifts;  // that made it hold; empty: it asks of none
};
std::optional<FollowedClause> clause_of(const RunPlan& run, const FollowCase& follow,
                                        const RuleMoment& moment);

}  // namespace meso
