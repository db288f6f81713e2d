// Exercises of the catalogue as a plan holds them.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "compiler/catalogue/catalogue.h"
#include "runtime/plan.h"

namespace meso {

// Primary muscles have a whole share of each set, secondary ones a half.
std::vector<MuscleShare> muscle_shares(std::span<const std::uint8_t> primary,
                                       std::span<const std::uint8_t> secondary);
Exercise plan_exercise(const CatalogueExercise& entry);

}  // namespace meso
