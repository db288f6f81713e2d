// A plan lived by an athlete who is always ready and whose results follow a simple rule: concrete
// paths, for what depends on results alone.
#pragma once

#include <functional>
#include <vector>

#include "compiler/verify/budget.h"
#include "compiler/verify/set_results.h"
#include "compiler/verify/verify.h"

namespace meso {

inline constexpr int kMostDaysPlayed = 1200;  // three years and a little

// SetResults that change once: `first` in the first passes, then `then`.
struct ResultsPolicy {
  SetResults first = SetResults::all_done;
  int passes = 0;  // that have ended when they change; 0: they don't
  SetResults then = SetResults::all_done;

  SetResults in_pass(int pass) const { return passes > 0 && pass >= passes ? then : first; }
};
// "every set missed for 3 weeks, then every set done".
std::string text(const ResultsPolicy& policy, const Plan& plan);

// One session of such a path.
struct PlayedSession {
  const RunPlan& run;
  int pass = 0;         // passes that ended before it
  const State& before;  // on the morning of its day
  const State& after;
  const SessionRef& session;
  const std::vector<TodayLine>& lines;
  const Told& told;
  const std::vector<PathDay>& path;  // with this one
};

// Until the plan's end, until `seen` has seen enough and says no, for so many days, or as long as
// the budget lasts. Whether one of the first two came.
bool play_plan(const RunPlan& run, const ResultsPolicy& policy, Budget& budget,
               const std::function<bool(const PlayedSession&)>& seen);

}  // namespace meso
