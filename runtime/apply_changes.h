// What `sets x 50%, load x 90%, RIR + 2` makes of a prescription: the changes of weeks, repeats,
// gates and returns.
#pragma once

#include <optional>
#include <span>
#include <variant>

#include "runtime/plan.h"

namespace meso {

// The number behind `up to` or `down to`; nothing where it is a parameter that no call has filled
// in.
std::optional<Decimal> bound(const std::optional<std::variant<Quantity, ParameterRef>>& value);

// Applies the changes in order. Changes that mean nothing for a prescription (`gap`, `stage`, a
// training max) and values that only a rule can give (`to start`, a share of a max) are passed
// over. Return weeks round sets down, all else to the nearest.
void apply_changes(std::span<const Change> changes, Prescription& prescription,
                   Rounding sets_mode = Rounding::nearest);

// The rest is the line's, however many stages it has.
void apply_rest_changes(std::span<const Change> changes, Line& line);

}  // namespace meso
