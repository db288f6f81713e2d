// Sessions that ask for far more than the weeks before them: reps of one lift, or sets x reps x
// %1RM for one group.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "compiler/verify/facts.h"

namespace meso {

// Reps of a lift, or sets x reps x %1RM of a group, in one session.
struct Stunt {
  const Line* line = nullptr;
  std::size_t pass = 0;
  std::optional<GroupId> group;  // nothing: of the line's lift
  Decimal amount, used_to;
};

struct StuntBounds {
  Decimal reps;      // of a lift in one session
  Decimal volume;    // of a group: sets x reps x %1RM
  Decimal rise;      // %: less above what one is used to is no stunt
  int used_to_days;  // what was done in so many days before
};

// In the plan's order, as it is written.
std::vector<Stunt> unaccustomed_stunts(const PlanFacts& facts, const StuntBounds& bounds);

}  // namespace meso
