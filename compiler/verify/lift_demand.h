// What a pass asks of a lift, as it is written: the axes on which training can get harder.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "compiler/verify/facts.h"

namespace meso {

struct LiftDemand {
  ExerciseId exercise;
  const Line* line = nullptr;     // of its heaviest sets
  const SetGroup* top = nullptr;  // those sets; null where none has reps, a time or a distance
  Decimal sessions;               // of the pass; where sessions rotate, on average
  int sets = 0;                   // the most of one session
  std::optional<Decimal> least_rir;
  std::optional<int> least_rest, longest_tempo;  // seconds, of a rep for the tempo
};
// By exercise; of alternatives the first, and no `any CLASS`.
std::vector<LiftDemand> demands_of(const PlanFacts& facts, std::size_t pass);

// Which of two sets asks for more load: -1, 0 or 1; nothing where they can't be compared.
std::optional<int> compare_loads(const SetGroup& a, const SetGroup& b);

enum class Axis : std::uint8_t { load, reps, sets, frequency, effort, rest, tempo, novelty };
inline constexpr std::size_t kAxes = 8;
std::string_view text(Axis axis);  // "shorter rest"

using AxisSet = std::uint8_t;
constexpr AxisSet axis_bit(Axis axis) {
  return static_cast<AxisSet>(1U << static_cast<unsigned>(axis));
}
constexpr AxisSet kWorkAxes = axis_bit(Axis::load) | axis_bit(Axis::reps) | axis_bit(Axis::sets);
int count_axes(AxisSet axes);

// On which axes the lift got harder. Load, reps and sets may be traded: fewer of one and more of
// another is no rise.
AxisSet harder_than(const LiftDemand& now, const LiftDemand& before);

}  // namespace meso
