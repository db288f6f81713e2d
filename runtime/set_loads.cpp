#include "runtime/set_loads.h"

#include <algorithm>

namespace meso {
namespace {

using State = PlannedLoad::State;

// What weeks and repeats change: x percent, + a load. Of bodyweight only what is added changes.
void change(ExactLoad& exact, const SetGroup& group) {
  if (group.load_percent == kWhole && !group.load_added) return;
  if (exact.state != State::known && exact.state != State::bodyweight) return;
  for (std::optional<Load>* load : {&exact.low, &exact.high}) {
    if (!*load) {
      *load = group.load_added;
      continue;
    }
    **load = part_of(group.load_percent.value, **load);
    if (group.load_added) (*load)->amount += to_unit(*group.load_added, (*load)->unit).amount;
  }
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
bool has_known_top_set(const std::vector<ExactLoad>& loads) {
  bool has_back_off = false;
  for (const ExactLoad& load : loads) {
    if (load.state != State::known && load.state != State::from_top_set) return false;
    has_back_off = has_back_off || load.state == State::from_top_set;
  }
  return has_back_off;
}

void add_back_offs(std::vector<ExactLoad>& loads, const Prescription& prescription, MassUnit unit) {
  if (!has_known_top_set(loads)) return;
  const auto top = heaviest(loads, unit);
  if (!top) return;
  for (std::size_t i = 0; i < loads.size(); ++i)
    if (const auto* load = std::get_if<TopSetLoad>(&prescription.groups[i].load))
      loads[i] = back_off(*load, *top);
}

void round(const ExactLoad& exact, const LoadStep& step, PlannedLoad& load) {
  load.state = exact.state;
  if (!exact.low) return;
  load.low = loadable(*exact.low, step);
  if (exact.high == exact.low) return;
  load.high = loadable(*exact.high, step);
  if (load.high == load.low) load.high.reset();
}

}  // namespace

void set_loads(const Prescription& prescription, MassUnit unit, const LoadStep& step,
               std::vector<ExactLoad>& exact, std::vector<PlannedLoad>& loads) {
  for (std::size_t i = 0; i < exact.size(); ++i) change(exact[i], prescription.groups[i]);
  add_back_offs(exact, prescription, unit);
  loads.clear();
  loads.reserve(exact.size());
  for (const ExactLoad& load : exact) round(load, step, loads.emplace_back());
}

}  // namespace meso
