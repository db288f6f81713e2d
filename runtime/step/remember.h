// What a session's results leave behind in their progressions: loads found, the last time,
// strength, tested maxes. What rules make of them comes after.
#pragma once

#include <span>
#include <vector>

#include "base/reused.h"
#include "runtime/step/step.h"

namespace meso {

struct DoneToday {
  int day = 0;
  const SessionDone& done;
  DayChanges changes;                // with which it was prescribed
  bool exposure = false;             // it counts as one
  std::span<const TodayLine> asked;  // what was prescribed, where the caller has it at hand
};

// What is to be told to rules, and lists on the way to it: whoever runs many days keeps one of
// these, for its memory.
struct Remembered {
  Reused<Fed> fed;                // in the order of the lines
  std::vector<Outcome> outcomes;  // of an exposure, one a line, where a followed rule asks
  std::vector<AskedSet> sets;     // of the line at hand
  LastTime now;                   // the same line, as it went
  Outcome outcome;                // and what that amounts to
};
void remember_results(const RunPlan& run, State& state, const DoneToday& today,
                      Remembered& results);

}  // namespace meso
