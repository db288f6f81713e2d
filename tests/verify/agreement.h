// Whether the verifier and the oracle say the same of a plan.
#pragma once

#include <array>

#include "compiler/verify/verify.h"
#include "tests/verify/oracle.h"

namespace meso::test {

// Those that rest on paths.
inline constexpr std::array kGapProperties{Property::gap_safe, Property::latent_safe,
                                           Property::recovers};

// Both ways, and the shortest path is as long.
bool agree(const PropertyResult& result, const std::optional<OraclePath>& path);
bool agree(const Verification& verified, const OracleResult& walked);

}  // namespace meso::test
