// All that a run of a plan remembers. A plain value: copied, compared and thrown away at will. It
// holds pointers into the plan that it was started with.
#pragma once

#include <optional>
#include <utility>
#include <vector>

#include "runtime/step/control.h"
#include "runtime/step/prescribe.h"
#include "runtime/step/rules.h"

namespace meso {

// A progression that this block run has fed: what the block's end is told to.
struct Fed {
  StateId state;
  const RuleCall* call = nullptr;
  const Line* line = nullptr;
  Outcome outcome;  // of its last exposure
  int turn = 0;     // counts exposures: who was fed last has the highest
  friend bool operator==(const Fed&, const Fed&) = default;
};

// What was answered and probed on one day.
struct DayAnswers {
  int day = kNever;
  CheckIn answers;
  Few<StrengthShown, 2> probes;
  // What they decide; nothing as soon as anything else has happened.
  std::optional<DayVerdict> verdict;

  // Nothing is known of this day.
  void begin(int of_day) {
    day = of_day;
    answers.clear();
    probes.clear();
    verdict.reset();
  }
  friend bool operator==(const DayAnswers&, const DayAnswers&) = default;
};

struct State {
  Control control;
  Reports reports;
  Progress progress;
  std::vector<FollowState> plan_follows;   // of Plan::follows
  std::vector<FollowState> block_follows;  // of the block in force, and of its run
  std::vector<Fed> fed;                    // each keeps its place: see fed_in_order()
  int last_turn = 0;
  DayAnswers today;
  std::optional<SessionRef> overruled;  // a coach lets this session be done, reduced, on `today`
  int overruled_on = kNever;
  friend bool operator==(const State&, const State&) = default;
};

State start(const RunPlan& run);
// In the order of their last exposures.
std::vector<const Fed*> fed_in_order(const State& state);
// A block's run begins: what was counted over a block starts afresh.
void begin_run(const RunPlan& run, State& state);

}  // namespace meso
