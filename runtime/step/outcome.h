// What a line's results amount to: all that rules can ask of them.
#pragma once

#include <optional>
#include <vector>

#include "runtime/step/done.h"
#include "runtime/step/prescribe.h"

namespace meso {

// One set of it: what was done, and what was asked for at least.
struct SetOutcome {
  int amount = 0;
  int least = 0;  // 0 where nothing of the kind was asked for
  std::optional<Rir> rir;
  friend bool operator==(const SetOutcome&, const SetOutcome&) = default;
};

struct Outcome {
  ExerciseId exercise;
  bool all_sets_done = false;
  bool all_top_of_range = false;
  bool tested = false;
  std::optional<VersusLast> versus_last;  // nothing: there is no last time
  Few<SetOutcome, 6> sets;
  int total = 0;

  // Of the n-th set from 1, 0 for the last; nothing where it wasn't done.
  std::optional<int> reps_of(int set) const;
  std::optional<int> extra_reps_of(int set) const;  // above the least; below zero: missing
  std::optional<Rir> rir_of(int set) const;
  friend bool operator==(const Outcome&, const Outcome&) = default;
};

// A line that was done, with its sets as they were asked for: see asked_sets().
struct LineResult {
  const TodayLine& prescribed;
  const std::vector<AskedSet>& asked;
  const DoneLine& done;
};
// Into `now`, for its memory. What only a comparison reads is left out where no rule compares.
void take_last_time(const RunPlan& run, const References& references, const LineResult& result,
                    LastTime& now);
// Holds what was done, `now`, against what was prescribed and against the progression's last time,
// where there is one to compare with.
struct Against {
  const LastTime* last = nullptr;
  bool comparable = true;
};
// Into `outcome`, for its memory. Without a rule that asks for it nothing is compared.
void judge(const RunPlan& run, const LineResult& result, const LastTime& now,
           const Against& against, Outcome& outcome);
// A test is made where the reps are reached at some load.
bool is_tested(const TestSpec& test, const DoneLine& done);
// The estimated max of a set, reps in reserve as logged, else as asked for. Of a set without a
// known load its reps or seconds.
Decimal estimate(const RunPlan& run, const References& references, const AskedSet* asked,
                 const DoneSet& done);
// Reps in reserve: as logged, else as asked for; 0 where neither says any. `asked` may be null.
Decimal reserve(const Edition& edition, const AskedSet* asked, const DoneSet& done);
// The reps were reached, with no less load than asked for and no closer to failure.
bool made_as_asked(const AskedSet& asked, const DoneSet& done);

}  // namespace meso
