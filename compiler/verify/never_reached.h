// Clauses of rules that no result can reach: the ones above decide whatever they could.
#pragma once

#include <vector>

#include "base/span.h"
#include "compiler/diag/diagnostic.h"
#include "runtime/edition.h"
#include "runtime/plan.h"

namespace meso {

// `spans` are what the plan's SourceIds stand for.
void check_never_reached(const Plan& plan, const Edition& edition, const std::vector<Span>& spans,
                         Sink& sink);

}  // namespace meso
