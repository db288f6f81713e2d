// All paths of a plan as one muscle group sees them, breadth-first by days.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "compiler/verify/budget.h"
#include "compiler/verify/projection.h"
#include "compiler/verify/verify.h"

namespace meso {

// The first path, in days, on which a session breaks a property.
struct Breach {
  Property property = Property::gap_safe;
  SessionId session;
  std::vector<PathDay> path;             // it comes last
  Weekday first_weekday = Weekday::mon;  // of the path, where weekdays matter
};

struct Search {
  Budget& budget;
  std::vector<Breach> wanted;  // of these properties and sessions only; empty: of all
  SeededFault fault = SeededFault::none;
};

struct Exploration {
  std::vector<Breach> breaches;  // one for each property and session, in the order of their days
  std::size_t states = 0;
  bool complete = true;  // false: the budget ran out
};

Exploration explore(QueueGraph& graph, const Projection& projection, const Search& search);

}  // namespace meso
