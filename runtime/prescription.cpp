#include "runtime/prescription.h"

#include <algorithm>

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

Range amount_of(const SetTarget& target) {
  if (const auto* t = std::get_if<RepTarget>(&target))
    return {t->reps.low.count, t->reps.high.count};
  if (const auto* t = std::get_if<TimeTarget>(&target))
    return {t->time.low.count, t->time.high.count};
  if (const auto* t = std::get_if<DistanceTarget>(&target))
    return {t->distance.low.count, t->distance.high.count};
  return {};
}

bool same_prescription(const SetGroup& a, const SetGroup& b) {
  return a.sets == b.sets && a.target == b.target && a.load == b.load &&
         a.load_percent == b.load_percent && a.load_added == b.load_added && a.effort == b.effort;
}

bool same_prescription(const Prescription& a, const Prescription& b) {
  return a.total_reps == b.total_reps && a.test == b.test &&
         std::equal(a.groups.begin(), a.groups.end(), b.groups.begin(), b.groups.end(),
                    [](const SetGroup& x, const SetGroup& y) { return same_prescription(x, y); });
}

}  // namespace meso
