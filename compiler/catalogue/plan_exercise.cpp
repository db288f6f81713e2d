#include "compiler/catalogue/plan_exercise.h"

namespace meso {

std::vector<MuscleShare> muscle_shares(std::span<const std::uint8_t> primary,
                                       std::span<const std::uint8_t> secondary) {
  std::vector<MuscleShare> out;
  for (const std::uint8_t g : primary) out.push_back({GroupId{g}, Decimal::whole(1)});
  for (const std::uint8_t g : secondary) out.push_back({GroupId{g}, Decimal::ratio(1, 2)});
  return out;
}

Exercise plan_exercise(const CatalogueExercise& entry) {
  Exercise e;
  e.name = entry.name;
  e.equipment = entry.equipment;
  if (entry.pattern == kStretchPattern)
    for (const std::uint8_t g : entry.primary) e.stretches.push_back(GroupId{g});
  else
    e.muscles = muscle_shares(entry.primary, entry.secondary);
  e.compound = entry.is(CatalogueTag::compound);
  e.unilateral = entry.is(CatalogueTag::unilateral);
  e.long_length = entry.is(CatalogueTag::long_length);
  e.eccentric = entry.is(CatalogueTag::eccentric);
  e.lower_body = entry.is(CatalogueTag::lower);
  return e;
}

}  // namespace meso
