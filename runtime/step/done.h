// What was done, with its names looked up in the plan.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/quantity.h"
#include "runtime/prescription.h"

namespace meso {

// One set as it was done.
struct DoneSet {
  enum class Of : std::uint8_t { reps, seconds, meters };
  Of of = Of::reps;
  int amount = 0;
  bool bodyweight = false;   // with `load` added to it, or taken off where that is below zero
  std::optional<Load> load;  // nothing: not written down, so as prescribed
  std::optional<Rir> rir;
  friend bool operator==(const DoneSet&, const DoneSet&) = default;
};

// One exercise of a session. `line` is its place in the session; nothing where the plan has no such
// line there.
struct DoneLine {
  std::optional<std::size_t> line;
  ExerciseId exercise;
  bool substituted = false;  // done in the place of what the line prescribes
  std::vector<DoneSet> sets;
};

// Epley: load x (1 + reps / 30), one rep being the load itself. `reps` counts those left in
// reserve.
Decimal estimated_max(Decimal load, Decimal reps);

}  // namespace meso
