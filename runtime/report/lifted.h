// What a log's sessions came to, set by set: with the load that was on the bar and the reps left in
// reserve, as logged, else as the plan asked for them. All figures of lifts and groups start here.
#pragma once

#include <optional>
#include <vector>

#include "runtime/replay/replay.h"

namespace meso {

struct LiftedSet {
  DoneSet::Of of = DoneSet::Of::reps;
  int amount = 0;                // reps, seconds or meters; never 0: a missed set isn't one
  bool bodyweight = false;       // `load` is what was added to it
  std::optional<Decimal> load;   // in the plan's unit
  std::optional<Decimal> moved;  // with the bodyweight, where it is known
  Decimal reserve;
  bool reserve_logged = false;   // false: the plan's, or nobody's
  bool reserve_planned = false;  // the plan's: an assumption
  Decimal hard;                  // counts as 1, 0.5 or 0 hard sets
};

struct LiftedLine {
  ExerciseId exercise;
  std::vector<LiftedSet> sets;
};

struct LiftedSession {
  const LoggedSession* logged = nullptr;
  std::vector<LiftedLine> lines;  // those of which anything was done
  int sets_asked = 0, sets_made = 0;
  // Done to show what the athlete can do: an exposure, or a session of a test week. Others were
  // easier on purpose, or beside the plan.
  bool counts = false;
  int day() const { return logged->day; }
};

// In the order of the history, which has to outlive it.
std::vector<LiftedSession> lifted_sessions(const RunPlan& run, const History& history);

// The estimated max of a set: Epley with the reps in reserve. Nothing without a load, and above 15
// reps, where no formula holds; above 10 it is uncertain.
struct EstimatedMax {
  Decimal value;
  bool uncertain = false;
};
inline constexpr int kCertainReps = 10, kMostReps = 15;
std::optional<EstimatedMax> estimated_max(const LiftedSet& set);

}  // namespace meso
