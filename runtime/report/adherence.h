// Adherence to sessions that were *ready*: due, and released by their gate. A day on which the gate
// holds a session back is no day missed, a day later is no day too late, and no days in a row are
// counted.
#pragma once

#include <vector>

#include "runtime/replay/replay.h"
#include "runtime/report/series.h"

namespace meso {

// A ready session that isn't done so long after its last release was left.
inline constexpr int kOpenDays = 7;

struct Adherence {
  int done = 0;        // ready sessions that were done, on the day or later
  int left = 0;        // ready sessions that weren't
  int lightened = 0;   // of those done: the lighter version
  int swapped = 0;     // of those done: another session in the place of one that had to wait
  int unfinished = 0;  // of those done: broken off

  // What is neither for nor against.
  int held_days = 0;         // check-ins whose gate held the session back
  int stopped_days = 0;      // check-ins that said stop
  int skips = 0;             // written down as skipped
  int unavailable_days = 0;  // no training could be done
  int unasked = 0;           // sessions done without a check-in that their gate could have read
  int against = 0;           // sessions done though the gate held them back
  int overruled = 0;         // sessions that a coach let be done though the gate held them back
  int early = 0;             // sessions done before they were due
  int beside = 0;            // sessions beside the plan
  int broken_off = 0;        // of all sessions

  int ready() const { return done + left; }
  Adherence& operator+=(const Adherence& other);
  friend bool operator==(const Adherence&, const Adherence&) = default;
};

// By week, the earliest first: `count` of them, of which the last is week 0.
std::vector<Adherence> weekly_adherence(const RunPlan& run, const History& history,
                                        const Weeks& weeks, int count);

}  // namespace meso
