// What was verified of a plan, for a terminal.
#pragma once

#include <string>

#include "compiler/verify/verify.h"

namespace meso {

std::string verification_text(const PlanFacts& facts, const RunPlan& run,
                              const Verification& verification, EnvelopeMode mode);

}  // namespace meso
