// Changes that a week or a repeat can't make.
#pragma once

#include <vector>

#include "compiler/diag/diagnostic.h"
#include "compiler/model/model.h"

namespace meso {

void check_planned_changes(const Model& model, const std::vector<Change>& changes, Sink& sink);

}  // namespace meso
