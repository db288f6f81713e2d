// What was done, with its names looked up in the plan.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "runtime/done_set.h"
#include "runtime/prescription.h"

namespace meso {

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
