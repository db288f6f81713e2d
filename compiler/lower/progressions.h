// Which state each rule call works on: keyed by (exercise, rule), or by the author's `as`.
#pragma once

#include "compiler/diag/diagnostic.h"
#include "compiler/model/model.h"

namespace meso {

// Finds or makes the progression of a call on this line.
ProgressionId progression_of(Plan& plan, const WrittenLine& line, const RuleCall& call);

// Two lines of one block under one progression must prescribe the same.
void check_progressions(const Model& model, const WrittenBlock& block, Sink& sink);

}  // namespace meso
