// What a simulation says of a plan, for people and for programs (docs/simulate.md).
#pragma once

#include <string>

#include "runtime/simulate/simulate.h"

namespace meso {

struct SimulationReport {
  const simulate::SimulatedPlan& plan;
  const simulate::Tally& tally;
  std::uint64_t seed = 1;
};

// What the figures are, and what they are not: stands in every output.
std::string_view simulation_caveat();
std::string simulation_text(const SimulationReport& report);
std::string simulation_json(const SimulationReport& report);

}  // namespace meso
