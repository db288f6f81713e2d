// What is said beside the gate and decides nothing: a first set that falls short of the last time,
// and signs that ask for a deload. Recovery model, decision table, rows 7 and 8.
#pragma once

#include <optional>
#include <vector>

#include "runtime/step/step.h"

namespace meso {

struct DeloadSigns {
  GroupSet sore = 0;               // for days, where they are enough groups
  std::vector<ExerciseId> weaker;  // twice in a row, where they are enough lifts
  bool tired = false;              // HRV below its baseline, and energy low
  bool any() const { return sore != 0 || !weaker.empty() || tired; }
};
// On the day's check-in; nothing without one.
DeloadSigns deload_signs(const RunPlan& run, const State& state, int day);

// What the session's first work set has to reach: short of it, strength isn't back.
struct FirstSet {
  ExerciseId exercise;
  int reps = 0;  // the last time
  Load load;     // then as today
};
// `lines` is the session as it is asked for today. Nothing where the lift was done with another
// load.
std::optional<FirstSet> first_set_to_reach(const RunPlan& run, const State& state,
                                           SessionId session, const std::vector<TodayLine>& lines);

}  // namespace meso
