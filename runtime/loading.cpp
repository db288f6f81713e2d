#include "runtime/loading.h"

#include <algorithm>
#include <numeric>

namespace meso {
namespace {

// Usual steps by equipment. Increments are never converted: each unit has its own.
Load usual_step(Equipment equipment, MassUnit unit) {
  const bool kg = unit == MassUnit::kg;
  switch (equipment) {
    case Equipment::dumbbell: return {Decimal::whole(kg ? 2 : 5), unit};
    case Equipment::kettlebell: return {Decimal::whole(kg ? 4 : 10), unit};
    case Equipment::machine:
    case Equipment::cable: return {Decimal::whole(kg ? 5 : 10), unit};
    case Equipment::barbell:
    case Equipment::bodyweight:
    case Equipment::band:
    case Equipment::smith:
    case Equipment::trap_bar:
    case Equipment::plate:
    case Equipment::other: break;
  }
  return {kg ? Decimal::ratio(5, 2) : Decimal::whole(5), unit};
}

// The rule for this equipment, else the one for every other. A later line overrides an earlier.
const RoundingRule* rounding_rule(const Plan& plan, Equipment equipment) {
  const RoundingRule* general = nullptr;
  const RoundingRule* own = nullptr;
  for (const auto& rule : plan.roundings) {
    if (!rule.equipment)
      general = &rule;
    else if (*rule.equipment == equipment)
      own = &rule;
  }
  return own ? own : general;
}

std::optional<Load> own_increment(const Athlete* athlete, Equipment equipment) {
  if (!athlete) return std::nullopt;
  for (const auto& increment : athlete->increments)
    if (increment.equipment == equipment) return increment.step;
  return std::nullopt;
}

// Plates of the bar's unit, heaviest first, each weight once. Kilograms and pounds hardly ever add
// up to a whole, so plates of the other unit stay on the rack.
std::vector<std::int64_t> plate_weights(const Athlete& athlete, MassUnit unit) {
  std::vector<std::int64_t> weights;
  for (const auto& plate : athlete.plates)
    if (plate.unit == unit && plate.amount > Decimal()) weights.push_back(plate.amount.nano());
  std::sort(weights.begin(), weights.end(), std::greater<>());
  weights.erase(std::unique(weights.begin(), weights.end()), weights.end());
  return weights;
}

// Which sums of `unit`s the plates from each index on can make: [from][sum].
using Sums = std::vector<std::vector<bool>>;
Sums reachable_sums(const std::vector<std::int64_t>& plates, std::int64_t unit, std::size_t most) {
  Sums can(plates.size() + 1, std::vector<bool>(most + 1, false));
  can.back()[0] = true;
  for (std::size_t from = plates.size(); from-- > 0;) {
    const auto weight = static_cast<std::size_t>(plates[from] / unit);
    can[from] = can[from + 1];
    for (std::size_t sum = weight; sum <= most; ++sum)
      if (can[from][sum - weight]) can[from][sum] = true;
  }
  return can;
}

// The heaviest plate that leaves a rest the others can make, again and again: 15 + 15 where
// 20 + 10 has no ten.
std::vector<Load> pick(const std::vector<std::int64_t>& plates, const Sums& can, std::int64_t unit,
                       std::size_t rest, MassUnit mass) {
  std::vector<Load> side;
  for (std::size_t i = 0; i < plates.size() && rest > 0;) {
    const auto weight = static_cast<std::size_t>(plates[i] / unit);
    if (weight <= rest && can[i][rest - weight]) {
      side.push_back({Decimal::nano(plates[i]), mass});
      rest -= weight;
    } else {
      ++i;
    }
  }
  return side;
}

}  // namespace

LoadStep load_step(const Plan& plan, const Athlete* athlete, const Exercise& exercise) {
  LoadStep result{usual_step(exercise.equipment, plan.units), Rounding::nearest};
  if (const auto* rule = rounding_rule(plan, exercise.equipment)) result = {rule->step, rule->mode};
  if (const auto own = own_increment(athlete, exercise.equipment)) result.step = *own;
  return result;
}

Load loadable(Load exact, const LoadStep& step) {
  const Load converted = to_unit(exact, step.step.unit);
  const Decimal rounded = round_to(converted.amount, step.step.amount, step.mode);
  const bool vanished = rounded == Decimal() && converted.amount > Decimal();
  return {vanished ? step.step.amount : rounded, step.step.unit};
}

std::optional<std::vector<Load>> plates_per_side(const Athlete& athlete, Load total) {
  constexpr std::int64_t kMostUnits = 20'000;  // 5 t in steps of 250 g: no bar holds more
  if (!athlete.bar || athlete.bar->unit != total.unit) return std::nullopt;
  const std::int64_t both = (total.amount - athlete.bar->amount).nano();
  if (both < 0 || both % 2 != 0) return std::nullopt;
  if (both == 0) return std::vector<Load>();
  const std::int64_t side = both / 2;
  const auto plates = plate_weights(athlete, total.unit);
  std::int64_t unit = 0;
  for (const auto plate : plates) unit = std::gcd(unit, plate);
  if (unit == 0 || side % unit != 0 || side / unit > kMostUnits) return std::nullopt;
  const auto rest = static_cast<std::size_t>(side / unit);
  const Sums can = reachable_sums(plates, unit, rest);
  if (!can[0][rest]) return std::nullopt;
  return pick(plates, can, unit, rest, total.unit);
}

}  // namespace meso
