// What a session asks for today: what the rules have made of each line, then the changes of the
// week, of the gate and of a return, then loads that can be put on the bar.
#pragma once

#include <optional>
#include <vector>

#include "runtime/step/load.h"
#include "runtime/step/run_plan.h"
#include "runtime/step/slot.h"

namespace meso {

// The second and the third layer of a state.
struct Progress {
  std::vector<SlotState> slots;  // by StateId
  std::vector<LoadState> loads;  // by StateId
  References references;
  std::vector<Strength> strength;  // by exercise
  friend bool operator==(const Progress&, const Progress&) = default;
};
Progress start_progress(const RunPlan& run);

struct TodayLine {
  const Line* line = nullptr;
  std::size_t nth = 0;  // in its session
  ExerciseId exercise;  // of a ladder the variation in force; else the first option
  int stage = 0;        // from 0
  // The heaviest load, exactly, that rules have made of it, before any other change.
  std::optional<Load> working;
  Prescription sets;               // as it is done today
  std::vector<PlannedLoad> loads;  // one a group of `sets`
  std::optional<TimeRange> rest;
};

// Changes of the day, beside those of the week: each may be null.
struct DayChanges {
  const std::vector<Change>* gate = nullptr;
  const std::vector<Change>* returning = nullptr;
};

TodayLine prescribe(const RunPlan& run, const Progress& progress, SessionId session,
                    std::size_t line, const DayChanges& changes = {});
std::vector<TodayLine> prescribe(const RunPlan& run, const Progress& progress, SessionId session,
                                 const DayChanges& changes = {});
// The same into `lines`, for their memory.
void prescribe(const RunPlan& run, const Progress& progress, SessionId session,
               const DayChanges& changes, std::vector<TodayLine>& lines);

// The states that a line uses added up: its stage, its variation.
int stage_of(const Progress& progress, const LineFacts& facts, const Line& line);
ExerciseId exercise_of(const Progress& progress, const LineFacts& facts, const Line& line);

// One set of today's line, one entry each: what it asks for.
struct AskedSet {
  const SetGroup* group = nullptr;
  const PlannedLoad* load = nullptr;
  int least = 0, most = 0;  // reps, seconds or meters; 0: as many as possible
  bool compulsory = true;   // false: the fourth of `3-4x8`
  bool as_many = false;     // `+`, max, to failure
};
// What a set of this target is counted in.
DoneSet::Of measure_of(const SetTarget& target);
std::vector<AskedSet> asked_sets(const TodayLine& line);
void asked_sets(const TodayLine& line, std::vector<AskedSet>& asked);  // into its memory

}  // namespace meso
