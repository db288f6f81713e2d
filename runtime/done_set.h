// One set of an exercise as it was done: what the log writes down and results are judged by.
#pragma once

#include <cstdint>
#include <optional>

#include "base/quantity.h"

namespace meso {

struct DoneSet {
  enum class Of : std::uint8_t { reps, seconds, meters };
  Of of = Of::reps;
  int amount = 0;
  bool bodyweight = false;   // with `load` added to it, or taken off where that is below zero
  std::optional<Load> load;  // nothing: not written down, so as prescribed
  std::optional<Rir> rir;
  friend bool operator==(const DoneSet&, const DoneSet&) = default;
};

}  // namespace meso
