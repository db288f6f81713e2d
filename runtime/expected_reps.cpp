#include "runtime/expected_reps.h"

namespace meso {
namespace {

// 3000 x 1RM / reference: Epley's 30, times 100 %, times what turns a % of the reference into a %
// of 1RM.
std::optional<Decimal> epley_numerator(ReferenceKind reference, const Edition& edition) {
  using Of = ReferenceKind::Of;
  switch (reference.of) {
    case Of::e1rm: return Decimal::whole(3000);
    // One rep is the 1RM itself; Epley starts at two.
    case Of::n_rm: return Decimal::whole(reference.reps <= 1 ? 3000 : 100 * (30 + reference.reps));
    case Of::training_max: return Decimal::whole(300'000) / edition.training_max_percent;
    case Of::bodyweight: return std::nullopt;
  }
  return std::nullopt;
}

}  // namespace

std::optional<Decimal> expected_reps(Percent percent, ReferenceKind reference,
                                     const Edition& edition) {
  const auto numerator = epley_numerator(reference, edition);
  if (!numerator || percent.value <= Decimal()) return std::nullopt;
  return *numerator / percent.value - Decimal::whole(30);
}

}  // namespace meso
