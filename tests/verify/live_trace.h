// A counterexample of `meso verify --trace`, read back from its JSON and lived through by the whole
// runtime: check-ins, sessions with every set done, rules. Beside it the oracle's body, which
// shares no code with the verifier's.
#pragma once

#include <nlohmann/json.hpp>
#include <string>

#include "compiler/verify/facts.h"
#include "runtime/step/run_plan.h"

namespace meso::test {

// Empty where the violation is reproduced; else what came out differently.
std::string live_trace(const PlanFacts& facts, const RunPlan& run,
                       const nlohmann::json& counterexample);

}  // namespace meso::test
