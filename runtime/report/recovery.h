// How each muscle group recovers: the only place where soreness is reported, as a cost to recover
// from and never as something to raise.
#pragma once

#include <optional>
#include <vector>

#include "runtime/report/lifted.h"
#include "runtime/report/series.h"

namespace meso {

// One session that trained the group, and the reports that followed.
struct RecoveryBout {
  int day = 0;
  Decimal hard_sets;
  // Days until reports stay at or below the edition's soreness to train with, up to the morning on
  // which the group is trained again; known to the day where the day before was reported too.
  std::optional<int> days;
  bool exact = false;
  // The highest report until then; nothing where none came while soreness rises.
  std::optional<int> peak;
};

// The earlier half of the bouts against the later one: medians, as everywhere in recovery.
struct Halves {
  Decimal sets_before, sets_now;  // hard sets a session
  Decimal peak_before, peak_now;
  std::optional<Decimal> days_before, days_now;
  // As much work or more, and less soreness or faster recovery (S000-8).
  bool better = false;
};

struct GroupRecovery {
  GroupId group;
  std::vector<RecoveryBout> bouts;  // the earliest first
  int exact = 0;                    // bouts whose days are known to the day
  Decimal median_days;              // of those
  Trend trend;                      // of those: falling is faster
  int asked_at_start = 0;           // sessions with a report of the group on their day
  int sore_at_start = 0;            // of which from the edition's soreness up that gets in the way
  std::optional<Halves> halves;
};

inline constexpr int kMostDays = 10;    // what is sore later is sore of something else
inline constexpr int kPeakDays = 3;     // soreness peaks one to three days after: asked by then
inline constexpr int kHalfOfBouts = 3;  // so many bouts in each half, at least

// Groups that were trained and reported, in the plan's order.
std::vector<GroupRecovery> group_recoveries(const RunPlan& run, const History& history,
                                            const std::vector<LiftedSession>& sessions,
                                            const Weeks& weeks);

}  // namespace meso
