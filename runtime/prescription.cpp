#include "runtime/prescription.h"

namespace meso {
namespace {

// `50 reps` are planned as sets of ten.
constexpr int kRepsPerSet = 10;

}  // namespace

int planned_sets(const Prescription& prescription) {
  if (prescription.test) return 1;
  if (prescription.total_reps) return (*prescription.total_reps + kRepsPerSet - 1) / kRepsPerSet;
  int sets = 0;
  for (const auto& group : prescription.groups) sets += group.sets.low;
  return sets;
}

}  // namespace meso
