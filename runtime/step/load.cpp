#include "runtime/step/load.h"

#include <algorithm>

#include "runtime/reference.h"

namespace meso {
namespace {

using State = PlannedLoad::State;

std::optional<ExerciseId> exercise_named(const Plan& plan, const std::string& name) {
  for (std::size_t i = 0; i < plan.exercises.size(); ++i)
    if (plan.exercises[plan.exercises.id_of(i)].name == name) return plan.exercises.id_of(i);
  return std::nullopt;
}

Decimal transformed(const LoadState& state, Decimal amount) {
  return percent_of(state.factor, amount) + state.added;
}

bool is_untouched(const LoadState& state) {
  return state.factor == Decimal::whole(100) && state.added == Decimal();
}

// Also on a bicycle: easy work has no load that one would find.
bool moves_own_body(const Exercise& exercise) {
  return exercise.equipment == Equipment::bodyweight || exercise.muscles.empty();
}

// What one kind of written load becomes.
class Become {
 public:
  Become(const RunPlan& run, const LoadState& state, const Line& line, ExerciseId exercise,
         SetGroup& group)
      : unit_(run.plan().units),
        own_body_(moves_own_body(run.plan().exercises[exercise])),
        state_(state),
        line_(line),
        exercise_(exercise),
        group_(group) {}

  void operator()(const NoLoad&) {
    const Load* found = state_.found_for(exercise_);
    if (found == nullptr && line_.start) found = &*line_.start;
    if (own_body_) {
      BodyweightLoad body;
      if (found != nullptr) body.added = *found;
      return (*this)(body);
    }
    if (found == nullptr && state_.factor != Decimal()) return;  // the athlete finds it
    const Decimal base = found != nullptr ? to_unit(*found, unit_).amount : Decimal();
    set(transformed(state_, base));
  }
  void operator()(const OpenLoad&) {}
  void operator()(const AbsoluteLoad& written) {
    AbsoluteLoad load = written;
    for (Load* end : {&load.low, &load.high})
      *end = {transformed(state_, to_unit(*end, unit_).amount), unit_};
    group_.load = load;
  }
  void operator()(const PercentLoad& written) {
    PercentLoad load = written;
    load.low.value = percent_of(state_.factor, load.low.value);
    load.high.value = percent_of(state_.factor, load.high.value);
    group_.load = load;
    if (state_.added != Decimal()) group_.load_added = Load{state_.added, unit_};
  }
  // Only what is added to bodyweight, or taken off it, changes.
  void operator()(const BodyweightLoad& written) {
    const Decimal base = written.added ? to_unit(*written.added, unit_).amount : Decimal();
    const Decimal now = transformed(state_, base);
    BodyweightLoad load;
    if (now != Decimal()) load.added = Load{now, unit_};
    group_.load = load;
  }
  void operator()(const TopSetLoad&) {}

 private:
  void set(Decimal amount) {
    const Load load{amount, unit_};
    group_.load = AbsoluteLoad{load, load};
  }
  MassUnit unit_;
  bool own_body_;  // a push up has no load to be found
  const LoadState& state_;
  const Line& line_;
  ExerciseId exercise_;
  SetGroup& group_;
};

// The exact load that is behind a written one; into `exact`, which is as it began.
class Known {
 public:
  Known(const RunPlan& run, const References& references, ExactLoad& exact)
      : run_(run), references_(references), exact_(exact) {}
  void operator()(const NoLoad&) const {}
  void operator()(const OpenLoad&) const {}
  void operator()(const AbsoluteLoad& load) const { known(load.low, load.high); }
  void operator()(const PercentLoad& load) const {
    exact_.state = State::percentage;
    if (const auto whole = references_.value(run_.plan(), load.reference, load.of))
      known(part_of(load.low.value, *whole), part_of(load.high.value, *whole));
  }
  void operator()(const BodyweightLoad& load) const {
    exact_.state = State::bodyweight;
    if (load.added) exact_.low = exact_.high = *load.added;
  }
  void operator()(const TopSetLoad&) const { exact_.state = State::from_top_set; }

 private:
  void known(const Load& low, const Load& high) const {
    exact_.state = State::known;
    exact_.low = low;
    exact_.high = high;
  }
  const RunPlan& run_;
  const References& references_;
  ExactLoad& exact_;
};

}  // namespace

const Load* LoadState::found_for(ExerciseId exercise) const {
  for (const auto& [known, load] : found)
    if (known == exercise) return &load;
  return nullptr;
}

void LoadState::find(ExerciseId exercise, Load load) {
  for (auto& [known, value] : found)
    if (known == exercise) {
      value = load;
      return;
    }
  found.emplace_back(exercise, load);
}

References::References(const Plan& plan, const Athlete* athlete) {
  if (athlete == nullptr) return;
  if (athlete->bodyweight)
    set({ReferenceKind::Of::bodyweight, 1}, {}, to_unit(*athlete->bodyweight, plan.units));
  for (const Athlete::Max& max : athlete->maxes)
    if (const auto exercise = exercise_named(plan, max.exercise))
      set(max.kind, *exercise, to_unit(max.load, plan.units));
}

const References::Known* References::find(ReferenceKind kind, ExerciseId of) const {
  for (const Known& known : known_)
    if (same_kind(known.kind, kind) && (is_bodyweight(kind) || known.of == of)) return &known;
  return nullptr;
}

std::optional<Load> References::value(const Plan& plan, ReferenceKind kind, ExerciseId of) const {
  if (const Known* known = find(kind, of)) return known->value;
  const Input* input = input_for(plan, kind, of);
  if (input == nullptr || !input->fallback) return std::nullopt;
  if (const auto* load = std::get_if<Load>(&*input->fallback)) return to_unit(*load, plan.units);
  const auto& part = std::get<OfReference>(*input->fallback);
  const Known* whole = find(part.reference, of);
  if (whole == nullptr) return std::nullopt;
  return part_of(part.percent.value, whole->value);
}

void References::set(ReferenceKind kind, ExerciseId of, Load value) {
  if (const Known* known = find(kind, of))
    known_[static_cast<std::size_t>(known - known_.data())].value = value;
  else
    known_.push_back({kind, of, value});
}

namespace {

void apply_load(const RunPlan& run, const LoadState& state, const Line& line, ExerciseId exercise,
                SetGroup& group) {
  const bool finds = std::holds_alternative<NoLoad>(group.load);
  if (!finds && is_untouched(state)) return;
  const LoadSpec written = group.load;
  std::visit(Become(run, state, line, exercise, group), written);
}

// Makes `heaviest` the group's load, where that is heavier.
void take_heavier(const RunPlan& run, const SetGroup& group, const ExactLoad& exact,
                  std::optional<Load>& heaviest) {
  if (!exact.high) return;
  Load load = to_unit(*exact.high, run.plan().units);
  if (group.load_added && exact.state == State::known) load.amount += group.load_added->amount;
  if (!heaviest || load.amount > heaviest->amount) heaviest = load;
}

}  // namespace

void apply_load(const RunPlan& run, const LoadState& state, const Line& line, ExerciseId exercise,
                Prescription& prescription) {
  for (SetGroup& group : prescription.groups) apply_load(run, state, line, exercise, group);
}

void exact_loads(const RunPlan& run, const References& references, const Prescription& prescription,
                 std::vector<ExactLoad>& exact) {
  exact.clear();
  exact.reserve(prescription.groups.size());
  for (const SetGroup& group : prescription.groups)
    std::visit(Known(run, references, exact.emplace_back()), group.load);
}

std::optional<Load> heaviest(const RunPlan& run, const Prescription& prescription,
                             const std::vector<ExactLoad>& exact) {
  std::optional<Load> heaviest;
  for (std::size_t g = 0; g < exact.size(); ++g)
    take_heavier(run, prescription.groups[g], exact[g], heaviest);
  return heaviest;
}

std::optional<Load> working_load(const RunPlan& run, const References& references,
                                 const Prescription& written, const LoadState& state,
                                 const Line& line, ExerciseId exercise) {
  std::optional<Load> heaviest;
  for (SetGroup group : written.groups) {
    apply_load(run, state, line, exercise, group);
    ExactLoad exact;
    std::visit(Known(run, references, exact), group.load);
    take_heavier(run, group, exact, heaviest);
  }
  return heaviest;
}

void scale(LoadState& state, Decimal percent) {
  state.factor = percent_of(percent, state.factor);
  state.added = percent_of(percent, state.added);
}
void add(LoadState& state, Decimal amount) { state.added += amount; }
void set_to(LoadState& state, Load load) {
  state.factor = Decimal();
  state.added = load.amount;
}
void to_start(LoadState& state) {
  state.factor = Decimal::whole(100);
  state.added = Decimal();
}

void Strength::add(Decimal estimate, int history) {
  const auto most = std::min<std::size_t>(static_cast<std::size_t>(std::max(history, 1)), kMost);
  if (count >= most) {
    std::copy(recent.begin() + 1, recent.begin() + static_cast<std::ptrdiff_t>(most),
              recent.begin());
    count = most - 1;
  }
  recent[count++] = estimate;
}

std::optional<Decimal> Strength::usual() const {
  if (count == 0) return std::nullopt;
  auto sorted = recent;  // a few: each is put in its place
  for (std::size_t n = 1; n < count; ++n)
    for (std::size_t at = n; at > 0 && sorted[at] < sorted[at - 1]; --at)
      std::swap(sorted[at], sorted[at - 1]);
  if (count % 2 == 1) return sorted[count / 2];
  return (sorted[count / 2 - 1] + sorted[count / 2]) / Decimal::whole(2);
}

}  // namespace meso
