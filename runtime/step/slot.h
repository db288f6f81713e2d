// The second layer: what rules remember and change of one progression, but for its loads: stage,
// sets, reps, counters. Only triggers lead from here to the queue, and nothing from the loads.
#pragma once

#include <optional>
#include <vector>

#include "runtime/plan.h"

namespace meso {

// How often a windowed condition held: in a row, this week, this block.
struct WindowCount {
  int streak = 0;
  int week = 0, week_missed = 0;
  int block = 0, block_missed = 0;

  void count(bool holds);
  bool fulfils(const Window& window) const;
  void week_ends() { week = week_missed = 0; }
  void block_ends() { week = week_missed = block = block_missed = 0; }
  friend bool operator==(const WindowCount&, const WindowCount&) = default;
};

struct SlotState {
  int stage = 0;      // from 0
  int variation = 0;  // from the easiest, 0
  int sets_added = 0;
  int reps_added = 0;
  std::optional<RepRange> reps;  // in the place of the written ones
  int seconds_added = 0, meters_added = 0, rest_added = 0;
  Decimal rir_added;
  std::optional<Quantity> rir;  // in the place of the written one
  std::optional<SchemeId> scheme;
  int exposures = 0;
  int resets = 0;                    // reductions of the load or a max since the stage began
  std::vector<WindowCount> windows;  // of RunPlan::windows()
  std::vector<Change> once;          // `next time`: for the next exposure
  friend bool operator==(const SlotState&, const SlotState&) = default;
};

// The stages that the line has now: its own, or those of the scheme that a rule chose.
const std::vector<Prescription>& stages_of(const Line& line, const SlotState& slot);
// Makes the written sets what the progression has come to: all but loads.
void apply_slot(const SlotState& slot, Prescription& prescription);
// Sets of the line as written, at the low end.
int total_sets(const Prescription& prescription);

// ---- what rules do ----------------------------------------------------------------------------

// A change of sets, reps, time, distance, RIR, rest, stage or scheme, its values filled in.
// `written` is the stage that the line is on; a bound that isn't written is the edition's.
void change_slot(SlotState& slot, const Change& change, const Prescription& written,
                 int sets_above_start);
// Windows start afresh; after a reduction or a change of stage all of them do.
void restart_windows(SlotState& slot);
void to_stage(SlotState& slot, int stage);

}  // namespace meso
