// What the clause of a rule does: to the progression, to its loads, to maxes, and as triggers to
// the queue.
#pragma once

#include <string>
#include <vector>

#include "runtime/step/state.h"

namespace meso {

// Something that a rule did, for the athlete to read.
struct RuleActed {
  RuleId rule;
  std::size_t clause = 0;
  const RuleCall* call = nullptr;
  std::optional<ExerciseId> exercise;  // nothing: of a followed rule
  bool notify_coach = false;
  friend bool operator==(const RuleActed&, const RuleActed&) = default;
};

// The change with the values that a call fills in, where the rule names parameters.
Change filled_in(const Change& change, const RuleCall& call);

// A line's exposure: windows are counted, each of its rules is tried once.
void line_exposed(const RunPlan& run, State& state, const Fed& fed, const RuleMoment& moment,
                  Triggers& triggers, std::vector<RuleActed>& acted);
// Rules of progressions that were fed, at the end of a week, rotation or block.
void line_event(const RunPlan& run, State& state, const Fed& fed, const RuleMoment& moment,
                Triggers& triggers, std::vector<RuleActed>& acted);
// A followed rule, after a session or at an event.
void followed(const RunPlan& run, State& state, const FollowCase& follow, const RuleMoment& moment,
              Triggers& triggers, std::vector<RuleActed>& acted);

}  // namespace meso
