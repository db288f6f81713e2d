// How many reps a share of a max allows.
#pragma once

#include <optional>

#include "runtime/edition.h"
#include "runtime/plan.h"

namespace meso {

// Epley turned round: 30 (1RM / load - 1) reps, of a fresh athlete, at so many percent of the
// reference. A training max counts as the edition's share of 1RM. Nothing of a bodyweight, which
// says nothing of 1RM.
std::optional<Decimal> expected_reps(Percent percent, ReferenceKind reference,
                                     const Edition& edition);

}  // namespace meso
