#include "runtime/planned_load.h"

#include <algorithm>

#include "runtime/loading.h"
#include "runtime/reference.h"

namespace meso {
namespace {

using State = PlannedLoad::State;

// A load before rounding. Known ones have both ends.
struct Exact {
  State state = State::open;
  std::optional<Load> low, high;
};

Exact known(Load low, Load high) { return {State::known, low, high}; }

Load part_of(Decimal percent, Load whole) {
  return {percent_of(percent, whole.amount), whole.unit};
}

// Works out each group of one line; TopSetLoad waits until the others are known.
class LineLoads {
 public:
  LineLoads(const Plan& plan, const Athlete* athlete, const Line& line, const Results& results)
      : plan_(plan), athlete_(athlete), line_(line), results_(results) {}

  Exact operator()(const NoLoad&) const {
    if (results_.change_load(line_)) return {State::results, {}, {}};
    if (line_.start) return known(*line_.start, *line_.start);
    // From the second exposure on it is what the athlete found at the first.
    return {results_.exposed(line_) ? State::results : State::open, {}, {}};
  }
  Exact operator()(const OpenLoad&) const { return {}; }
  Exact operator()(const AbsoluteLoad& load) const {
    if (results_.change_load(line_)) return {State::results, {}, {}};
    return known(load.low, load.high);
  }
  Exact operator()(const PercentLoad& load) {
    if (results_.change_load(line_) || results_.change_reference(load))
      return {State::results, {}, {}};
    const auto whole = reference(load);
    if (!whole) return {State::percentage, {}, {}};
    const Load low = part_of(load.low.value, *whole);
    return known(low, load.high == load.low ? low : part_of(load.high.value, *whole));
  }
  Exact operator()(const BodyweightLoad& load) const {
    if (results_.change_load(line_)) return {State::results, {}, {}};
    return {State::bodyweight, load.added, load.added};
  }
  Exact operator()(const TopSetLoad&) const { return {State::from_top_set, {}, {}}; }

 private:
  // The sets of a line nearly always share one reference, and looking it up compares names.
  std::optional<Load> reference(const PercentLoad& load) {
    if (!last_ || last_->reference != load.reference || last_->of != load.of) {
      last_value_ = reference_value(plan_, athlete_, load.reference, load.of);
      last_ = &load;
    }
    return last_value_;
  }

  const Plan& plan_;
  const Athlete* athlete_;
  const Line& line_;
  const Results& results_;
  const PercentLoad* last_ = nullptr;
  std::optional<Load> last_value_;
};

// What weeks and repeats change: x percent, + a load. Of bodyweight only what is added changes.
Exact changed(Exact exact, const SetGroup& group) {
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

std::optional<Load> heaviest(const std::vector<Exact>& loads, MassUnit unit) {
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
Exact back_off(const TopSetLoad& load, Load top) {
  if (!load.less) return known(top, top);
  return known(lowered(top, load.less->high, load.less->unit),
               lowered(top, load.less->low, load.less->unit));
}

// Some top set that depends on results or on the athlete may be the heaviest: then it isn't known.
bool all_known(const std::vector<Exact>& loads) {
  return std::all_of(loads.begin(), loads.end(), [](const Exact& load) {
    return load.state == State::known || load.state == State::from_top_set;
  });
}

void add_back_offs(std::vector<Exact>& loads, const Prescription& prescription, MassUnit unit) {
  if (!all_known(loads)) return;
  const auto top = heaviest(loads, unit);
  if (!top) return;
  for (std::size_t i = 0; i < loads.size(); ++i)
    if (const auto* load = std::get_if<TopSetLoad>(&prescription.groups[i].load))
      loads[i] = back_off(*load, *top);
}

PlannedLoad rounded(const Exact& exact, const LoadStep& step) {
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

std::vector<PlannedLoad> planned_loads(const Plan& plan, const Athlete* athlete, const Line& line,
                                       const Prescription& prescription, const Results& results) {
  std::vector<PlannedLoad> planned;
  if (prescription.groups.empty() || line.options.empty()) return planned;
  std::vector<Exact> exact;
  exact.reserve(prescription.groups.size());
  LineLoads of(plan, athlete, line, results);
  for (const auto& group : prescription.groups)
    exact.push_back(changed(std::visit(of, group.load), group));
  add_back_offs(exact, prescription, plan.units);
  // Alternatives share the step of the first: the athlete who takes another rounds by hand.
  const LoadStep step = load_step(plan, athlete, plan.exercises[line.options.front()]);
  planned.reserve(exact.size());
  for (const auto& load : exact) planned.push_back(rounded(load, step));
  return planned;
}

}  // namespace meso
