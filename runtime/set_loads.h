// The loads of a line's set groups: back-offs worked out from the top set, everything rounded once,
// to what can be loaded. Where each load comes from is the caller's: the printed calendar asks what
// is known beforehand, a day's session what results have made of it.
#pragma once

#include <optional>
#include <vector>

#include "runtime/loading.h"
#include "runtime/plan.h"

namespace meso {

// What is known of a set group's load. Before any result is in, much depends on results.
struct PlannedLoad {
  enum class State : std::uint8_t {
    known,         // `low` (and `high` of a range), rounded to what can be loaded
    percentage,    // of a reference that no athlete file gives: print "75% TM" and a blank
    results,       // depends on results: blank, with the rule in words
    bodyweight,    // `low`, when given, is what is added
    from_top_set,  // back-off without a known top set
    open,          // the athlete finds it
  };
  State state = State::open;
  std::optional<Load> low, high;
};

// A load before rounding. Known ones have both ends.
struct ExactLoad {
  PlannedLoad::State state = PlannedLoad::State::open;
  std::optional<Load> low, high;
};
inline ExactLoad known_load(Load low, Load high) { return {PlannedLoad::State::known, low, high}; }
inline Load part_of(Decimal percent, Load whole) {
  return {percent_of(percent, whole.amount), whole.unit};
}

// `exact` has one entry a set group, what it says of its load without what weeks change of it:
// load_percent and load_added are applied to it. Into `loads`, for their memory.
void set_loads(const Prescription& prescription, MassUnit unit, const LoadStep& step,
               std::vector<ExactLoad>& exact, std::vector<PlannedLoad>& loads);

}  // namespace meso
