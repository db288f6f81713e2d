#include "compiler/verify/clause_atoms.h"

#include <algorithm>

namespace meso {
namespace {

bool same_window(const std::optional<Window>& a, const std::optional<Window>& b) {
  return a.has_value() == b.has_value() &&
         (!a || (a->over == b->over && a->times == b->times && a->every == b->every));
}
bool same_lifts(const std::optional<LiftQuantifier>& a, const std::optional<LiftQuantifier>& b) {
  return a.has_value() == b.has_value() && (!a || (a->of == b->of && a->lifts == b->lifts));
}

}  // namespace

Domain domain_of(const Plan& plan, const Atom& atom) {
  switch (atom.reads) {
    case Reads::soreness: return {0, 10};
    case Reads::energy:
    case Reads::sleep:
    case Reads::stress:
    case Reads::mood: return {1, 5};
    case Reads::pain:
    case Reads::hrv:
    case Reads::resting_heart_rate: return {0, 2};
    case Reads::days_off: return {0, 400};
    case Reads::recovered_in_time: return {0, 3};  // never sore, early, in time, late
    case Reads::versus_last: return {0, 3};
    case Reads::reps_of_set:
    case Reads::total_reps:
    case Reads::extra_reps:
    case Reads::exposures:
    case Reads::resets:
    case Reads::stage:
    case Reads::week:
    case Reads::sets: return {0, 1000};
    case Reads::own_signal: {
      const Range scale = plan.signals[*atom.signal].scale;
      return {scale.low, scale.high};
    }
    default: return {0, 1};  // yes or no
  }
}

bool can_be_unknown(Reads reads) {
  return is_readiness(reads) && reads != Reads::pain && reads != Reads::days_off;
}

Reads variable_of(Reads reads) {
  switch (reads) {
    case Reads::never_sore:
    case Reads::recovered_early:
    case Reads::still_sore: return Reads::recovered_in_time;
    default: return reads;
  }
}

bool is_whole(const Atom& atom) {
  return atom.window || atom.lifts || std::holds_alternative<ParameterRef>(atom.low) ||
         std::holds_alternative<ParameterRef>(atom.high) ||
         (atom.reads == Reads::own_signal && !atom.signal) || atom.reads == Reads::rir_of_set;
}

bool same_but_window(const Atom& a, const Atom& b) {
  return a.reads == b.reads && a.compare == b.compare && a.low == b.low && a.high == b.high &&
         a.group == b.group && a.anywhere == b.anywhere && a.signal == b.signal &&
         a.place == b.place && a.for_days == b.for_days && a.set_number == b.set_number &&
         same_lifts(a.lifts, b.lifts);
}
bool same_atom(const Atom& a, const Atom& b) {
  return same_but_window(a, b) && same_window(a.window, b.window);
}

bool is_event(Reads reads) { return reads >= Reads::week_ends; }

bool asks_event(const Condition& condition) {
  return std::any_of(condition.atoms.begin(), condition.atoms.end(),
                     [](const Atom& a) { return is_event(a.reads); });
}

int constant(const Operand& operand) {
  const auto* value = std::get_if<Decimal>(&operand);
  return value == nullptr ? 0 : static_cast<int>(value->floor());
}

bool satisfies(const Atom& atom, int value) {
  switch (atom.reads) {
    case Reads::never_sore: return value == 0;
    case Reads::recovered_early: return value <= 1;
    case Reads::recovered_in_time: return value <= 2;
    case Reads::still_sore: return value == 3;
    default: break;
  }
  const Decimal v = Decimal::whole(value);
  const auto get = [](const Operand& o) {
    const auto* d = std::get_if<Decimal>(&o);
    return d == nullptr ? Decimal() : *d;
  };
  switch (atom.compare) {
    case Compare::holds: return value == 1;
    case Compare::less: return v < get(atom.low);
    case Compare::at_most: return v <= get(atom.low);
    case Compare::equal: return v == get(atom.low);
    case Compare::at_least: return v >= get(atom.low);
    case Compare::more: return v > get(atom.low);
    case Compare::within: return get(atom.low) <= v && v <= get(atom.high);
  }
  return false;
}

}  // namespace meso
