// What a session's results leave behind in their progressions: loads found, the last time,
// strength, tested maxes. What rules make of them comes after.
#pragma once

#include <span>
#include <vector>

#include "runtime/step/step.h"

namespace meso {

struct DoneToday {
  int day = 0;
  const SessionDone& done;
  DayChanges changes;                // with which it was prescribed
  bool exposure = false;             // it counts as one
  std::span<const TodayLine> asked;  // what was prescribed, where the caller has it at hand
};

struct Remembered {
  std::vector<Fed> fed;           // what is to be told to rules, in the order of the lines
  std::vector<Outcome> outcomes;  // of an exposure, one a line, where a followed rule asks
};

Remembered remember_results(const RunPlan& run, State& state, const DoneToday& today);

}  // namespace meso
