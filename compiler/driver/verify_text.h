// What was verified of a plan, for people and for programs (docs/verification.md).
#pragma once

#include <functional>
#include <string>

#include "compiler/verify/mend.h"
#include "compiler/verify/verify.h"

namespace meso {

// "base.meso:33": where a part of the plan stands in its text.
using PlaceText = std::function<std::string(SourceId)>;

struct VerifyReport {
  const PlanFacts& facts;
  const RunPlan& run;
  const Verification& verification;
  EnvelopeMode mode = EnvelopeMode::worst;
  PlaceText place;
  Mending& mending;
};

std::string verification_text(const VerifyReport& report);
// Every counterexample, whole: docs/trace.schema.json.
std::string trace_json(const VerifyReport& report);

}  // namespace meso
