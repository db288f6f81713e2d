#include "runtime/set_loads.h"

#include <algorithm>

namespace meso {
namespace {

using State = PlannedLoad::State;

// What weeks and repeats change: x percent, + a load. Of bodyweight only what is added changes.
ExactLoad changed(ExactLoad exact, const SetGroup& group) {
  const auto change = [&](const std::optional<Load>& load) -> std::optional<Load> {
    if (!load) return group.load_added;
    if (group.load_percent == kWhole && !group.load_added) return load;
    Load out = part_of(group.load_percent.value, *load);
    if (group.load_added) out.amount += to_unit(*group.load_added, out.unit).amount;
    return out;
  };
  if (exact.state != State::known && exact.state != State::bodyweight) return exact;
  return {exact.state, change(exact.low), change(exact.high)};
}

std::optional<Load> heaviest(const std::vector<ExactLoad>& loads, MassUnit unit) {
  std::optional<Load> top;
  for (const auto& load : loads) {
    if (load.state != State::known) continue;
    const Load each = to_unit(*load.high, unit);
    if (!top || each.amount > top->amount) top = each;
  }
  return top;
}

std::optional<MassUnit> mass_unit(Unit unit) {
  if (unit == Unit::kg) return MassUnit::kg;
  if (unit == Unit::lb) return MassUnit::lb;
  return std::nullopt;
}

// The top set less a percentage of it, or less a load.
Load lowered(Load top, Decimal less, Unit unit) {
  if (const auto mass = mass_unit(unit))
    return {top.amount - to_unit({less, *mass}, top.unit).amount, top.unit};
  return part_of(Decimal::whole(100) - less, top);
}

// Changes of the line have changed the top set already, so the back-off doesn't repeat them.
ExactLoad back_off(const TopSetLoad& load, Load top) {
  if (!load.less) return known_load(top, top);
  return known_load(lowered(top, load.less->high, load.less->unit),
                    lowered(top, load.less->low, load.less->unit));
}

// Some top set that depends on results or on the athlete may be the heaviest: then it isn't known.
bool all_known(const std::vector<ExactLoad>& loads) {
  return std::all_of(loads.begin(), loads.end(), [](const ExactLoad& load) {
    return load.state == State::known || load.state == State::from_top_set;
  });
}

void add_back_offs(std::vector<ExactLoad>& loads, const Prescription& prescription, MassUnit unit) {
  if (!all_known(loads)) return;
  const auto top = heaviest(loads, unit);
  if (!top) return;
  for (std::size_t i = 0; i < loads.size(); ++i)
    if (const auto* load = std::get_if<TopSetLoad>(&prescription.groups[i].load))
      loads[i] = back_off(*load, *top);
}

PlannedLoad rounded(const ExactLoad& exact, const LoadStep& step) {
  PlannedLoad load;
  load.state = exact.state;
  if (!exact.low) return load;
  load.low = loadable(*exact.low, step);
  if (exact.high == exact.low) return load;
  load.high = loadable(*exact.high, step);
  if (load.high == load.low) load.high.reset();
  return load;
}

}  // namespace

std::vector<PlannedLoad> set_loads(const Prescription& prescription, MassUnit unit,
                                   const LoadStep& step, std::vector<ExactLoad> exact) {
  for (std::size_t i = 0; i < exact.size(); ++i)
    exact[i] = changed(exact[i], prescription.groups[i]);
  add_back_offs(exact, prescription, unit);
  std::vector<PlannedLoad> loads;
  loads.reserve(exact.size());
  for (const ExactLoad& load : exact) loads.push_back(rounded(load, step));
  return loads;
}

}  // namespace meso
