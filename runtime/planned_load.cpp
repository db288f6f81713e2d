#include "runtime/planned_load.h"

#include "runtime/loading.h"
#include "runtime/reference.h"
#include "runtime/set_loads.h"

namespace meso {
namespace {

using State = PlannedLoad::State;

// Works out each group of one line; TopSetLoad waits until the others are known.
class LineLoads {
 public:
  LineLoads(const Plan& plan, const Athlete* athlete, const Line& line, const Results& results)
      : plan_(plan), athlete_(athlete), line_(line), results_(results) {}

  ExactLoad operator()(const NoLoad&) const {
    if (results_.change_load(line_)) return {State::results, {}, {}};
    if (line_.start) return known_load(*line_.start, *line_.start);
    // From the second exposure on it is what the athlete found at the first.
    return {results_.exposed(line_) ? State::results : State::open, {}, {}};
  }
  ExactLoad operator()(const OpenLoad&) const { return {}; }
  ExactLoad operator()(const AbsoluteLoad& load) const {
    if (results_.change_load(line_)) return {State::results, {}, {}};
    return known_load(load.low, load.high);
  }
  ExactLoad operator()(const PercentLoad& load) {
    if (results_.change_load(line_) || results_.change_reference(load))
      return {State::results, {}, {}};
    const auto whole = reference(load);
    if (!whole) return {State::percentage, {}, {}};
    const Load low = part_of(load.low.value, *whole);
    return known_load(low, load.high == load.low ? low : part_of(load.high.value, *whole));
  }
  ExactLoad operator()(const BodyweightLoad& load) const {
    if (results_.change_load(line_)) return {State::results, {}, {}};
    return {State::bodyweight, load.added, load.added};
  }
  ExactLoad operator()(const TopSetLoad&) const { return {State::from_top_set, {}, {}}; }

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

}  // namespace

std::vector<PlannedLoad> planned_loads(const Plan& plan, const Athlete* athlete, const Line& line,
                                       const Prescription& prescription, const Results& results) {
  if (prescription.groups.empty() || line.options.empty()) return {};
  std::vector<ExactLoad> exact;
  exact.reserve(prescription.groups.size());
  LineLoads of(plan, athlete, line, results);
  for (const auto& group : prescription.groups) exact.push_back(std::visit(of, group.load));
  // Alternatives share the step of the first: the athlete who takes another rounds by hand.
  const LoadStep step = load_step(plan, athlete, plan.exercises[line.options.front()]);
  std::vector<PlannedLoad> loads;
  set_loads(prescription, plan.units, step, exact, loads);
  return loads;
}

}  // namespace meso
