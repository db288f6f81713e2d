// How hard a bout each session of the plain order is for each muscle group: what the recovery
// table's classes are read from.
#pragma once

#include <cstdint>
#include <vector>

#include "compiler/guidelines/facts.h"
#include "runtime/recovery.h"

namespace meso {

// A session of the plain order that trains a group.
struct Exposure {
  std::uint32_t at = 0;  // into PlanFacts::order
  const GroupDose* dose = nullptr;
  BoutClass bout_class = BoutClass::usual;
};

// By group, in order. Reduced passes (deload, test) are exposures too. Pointers into `facts`.
std::vector<std::vector<Exposure>> exposures(const PlanFacts& facts);

}  // namespace meso
