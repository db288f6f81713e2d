// Model -> Plan, the contract: schemes, week lines and repeats become what each week prescribes,
// lines get their slots and progressions. SourceIds stay those of the model.
#pragma once

#include "compiler/diag/diagnostic.h"
#include "compiler/model/model.h"
#include "runtime/plan.h"

namespace meso {

// Works on a model with errors too: what can't be expanded is left out and reported.
Plan lower(const Model& model, Sink& sink);

}  // namespace meso
