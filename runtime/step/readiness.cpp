#include "runtime/step/readiness.h"

#include <algorithm>

#include "base/text.h"

namespace meso {
namespace {

using About = Question::About;

struct Constants {
  Compare compare;
  WholeBounds whole;
  bool operator()(int value) const { return whole(value); }
  bool from_below() const { return compare == Compare::at_least || compare == Compare::more; }
  bool from_above() const { return compare == Compare::at_most || compare == Compare::less; }
};

Held missing(const Today& today, const Question& question) {
  return is_open(today.answers, question) ? Held::unasked : Held::unknown;
}

Question about(About what) {
  Question q;
  q.about = what;
  return q;
}
Question soreness_of(GroupId group) {
  Question q = about(About::soreness);
  q.group = group;
  return q;
}

GroupSet groups_of(const Today& today, const Atom& atom) {
  if (atom.group) return group_bit(*atom.group);
  return atom.anywhere ? today.touched : today.trained;
}

// ---- soreness ---------------------------------------------------------------------------------

// One group today, and for as long as the atom asks.
Held group_held(const Today& today, const Atom& atom, const Constants& bounds, GroupId group) {
  const int report = today.answers[group];
  if (report == CheckIn::kUnanswered) return missing(today, soreness_of(group));
  if (!bounds(report)) return Held::no;
  if (atom.for_days == 0) return Held::yes;
  return yes_no(lasted(today.reports.all(), today.day, atom.for_days,
                       [&](const Report& r) -> std::optional<bool> {
                         const int then = r.soreness[group.value];
                         if (then == CheckIn::kUnanswered) return std::nullopt;
                         return bounds(then);
                       }));
}

// The worst group decides: one that reaches a bound from below, all that keep under one. What lies
// between two bounds is asked of the worst itself.
Held soreness_held(const Today& today, const Atom& atom, const Constants& bounds) {
  const GroupSet groups = groups_of(today, atom);
  GroupSet asked = groups;
  const int worst = groups == today.trained ? today.worst : worst_soreness(today.answers, groups);
  if (!bounds.from_below() && !bounds.from_above()) {
    if (worst != CheckIn::kUnanswered) {
      asked = 0;
      for_each_group(groups, [&](GroupId g) {
        if (today.answers[g] == worst) asked |= group_bit(g);
      });
    }
  }
  bool unknown = false, open = false, any = false, all = true;
  for_each_group(asked, [&](GroupId g) {
    const Held held = group_held(today, atom, bounds, g);
    unknown = unknown || held == Held::unknown;
    open = open || held == Held::unasked;
    any = any || held == Held::yes;
    all = all && held != Held::no;
  });
  const bool exists = !bounds.from_above() && bounds.from_below();
  if (exists && any) return Held::yes;
  if (!exists && !all) return Held::no;
  if (open) return Held::unasked;
  if (unknown) return Held::unknown;
  return yes_no(exists ? any : all);
}

// ---- functional questions ---------------------------------------------------------------------

bool soreness_is_open(const Today& today) {
  if (today.worst != CheckIn::kUnanswered || today.answers.closed) return false;
  bool open = false;
  for_each_group(today.trained, [&](GroupId g) {
    open = open ||
           (today.answers[g] == CheckIn::kUnanswered && is_open(today.answers, soreness_of(g)));
  });
  return open;
}

// All groups are reported, and below the edition's report.
bool is_hardly_sore(const Today& today) {
  return today.worst != CheckIn::kUnanswered && today.worst < today.run.edition().functional_from;
}

// They are about soreness of this session's groups: below the edition's report it is no, whatever
// was answered of others.
Held functional_held(const Today& today, Functional which) {
  if (is_hardly_sore(today)) return Held::no;
  if (soreness_is_open(today)) return Held::unasked;
  const Truth answer = today.answers[which];
  if (answer != Truth::unknown) return yes_no(answer == Truth::yes);
  Question q = about(About::functional);
  q.functional = which;
  return missing(today, q);
}

Held impairs(const Today& today) {
  bool unknown = false, open = false;
  for (std::size_t i = 0; i < kFunctional; ++i) {
    const Held held = functional_held(today, static_cast<Functional>(i));
    if (held == Held::yes) return Held::yes;
    unknown = unknown || held == Held::unknown;
    open = open || held == Held::unasked;
  }
  return open ? Held::unasked : unknown ? Held::unknown : Held::no;
}

std::optional<bool> functional_then(const Report& report, const Atom& atom) {
  if (atom.reads != Reads::soreness_impairs) {
    const auto which = static_cast<std::size_t>(atom.reads) -
                       static_cast<std::size_t>(Reads::soreness_alters_form);
    if (report.functional[which] == Truth::unknown) return std::nullopt;
    return report.functional[which] == Truth::yes;
  }
  std::optional<bool> any;
  for (const Truth answer : report.functional)
    if (answer != Truth::unknown) any = any.value_or(false) || answer == Truth::yes;
  return any;
}

Held functional_atom(const Today& today, const Atom& atom) {
  const auto which = [&] {
    return static_cast<Functional>(static_cast<std::size_t>(atom.reads) -
                                   static_cast<std::size_t>(Reads::soreness_alters_form));
  };
  const Held now =
      atom.reads == Reads::soreness_impairs ? impairs(today) : functional_held(today, which());
  if (now != Held::yes || atom.for_days == 0) return now;
  return yes_no(lasted(today.reports.all(), today.day, atom.for_days,
                       [&](const Report& r) { return functional_then(r, atom); }));
}

// ---- the rest ---------------------------------------------------------------------------------

// Of an answer that holds today: told_by_today() has asked for it.
Held scale_held(const Today& today, const Atom& atom, const Constants& bounds, Scale scale) {
  const int answer = today.answers[scale];
  if (answer == CheckIn::kUnanswered) {
    Question q = about(About::scale);
    q.scale = scale;
    return missing(today, q);
  }
  return yes_no(lasted(today.reports.all(), today.day, atom.for_days,
                       [&](const Report& r) -> std::optional<bool> {
                         const int then = r.scales[static_cast<std::size_t>(scale)];
                         if (then == CheckIn::kUnanswered) return std::nullopt;
                         return bounds(then);
                       }));
}

Held pain_held(const Today& today, const Atom& atom, const Constants& bounds) {
  if (!today.answers.pain_answered) return missing(today, about(About::pain));
  Pain worst = Pain::none;
  for (const PainReport& pain : today.answers.pains)
    if (atom.place.empty() || equal_ignoring_case(atom.place, pain.place))
      worst = std::max(worst, pain.pain);
  if (!bounds(static_cast<int>(worst))) return Held::no;
  if (atom.for_days == 0) return Held::yes;
  return yes_no(lasted(today.reports.all(), today.day, atom.for_days,
                       [&](const Report& r) -> std::optional<bool> {
                         if (!r.pain_answered) return std::nullopt;
                         return bounds(static_cast<int>(r.worst_pain));
                       }));
}

Held own_held(const Today& today, const Atom& atom, const Constants& bounds) {
  const SignalId signal = *atom.signal;
  const auto answer_in = [&](const auto& own) -> std::optional<int> {
    for (const auto& [id, value] : own)
      if (id == signal) return value;
    return std::nullopt;
  };
  const auto now = answer_in(today.answers.own);
  if (!now) {
    Question q = about(About::own_signal);
    q.signal = signal;
    return missing(today, q);
  }
  if (!bounds(*now)) return Held::no;
  if (atom.for_days == 0) return Held::yes;
  return yes_no(lasted(today.reports.all(), today.day, atom.for_days,
                       [&](const Report& r) -> std::optional<bool> {
                         const auto then = answer_in(r.own);
                         if (!then) return std::nullopt;
                         return bounds(*then);
                       }));
}

// The morning's reading has to be in the reports: step() adds it before it asks.
Held baseline_held(const Today& today, const Constants& bounds, bool is_hrv) {
  const auto& reading = is_hrv ? today.answers.hrv : today.answers.resting_heart_rate;
  if (!reading) {
    const Held open = missing(today, about(is_hrv ? About::hrv : About::resting_heart_rate));
    if (open == Held::unasked) return open;
  }
  CheckIn only;
  only.hrv = today.answers.hrv;
  only.resting_heart_rate = today.answers.resting_heart_rate;
  Reports with_today = today.reports;
  with_today.add(today.day, only);
  const auto level = is_hrv ? with_today.hrv(today.run.edition(), today.day)
                            : with_today.resting_heart_rate(today.run.edition(), today.day);
  return level ? yes_no(bounds(static_cast<int>(*level))) : Held::unknown;
}

Held strength_held(const Today& today) {
  if (!today.probe) return yes_no(today.rested);
  const auto strength = strength_of(today.answers, *today.probe);
  if (!strength) {
    Question q = about(About::probe);
    q.exercise = *today.probe;
    return missing(today, q);
  }
  return *strength == Truth::unknown ? Held::unknown : yes_no(*strength == Truth::yes);
}

WholeBounds bounds_of(const Atom& atom, const RuleCall* call) {
  static const RuleCall kNone{};
  const RuleCall& values = call != nullptr ? *call : kNone;
  return whole_bounds(atom.compare, value_of(atom.low, values), value_of(atom.high, values));
}

// The number of today that the atom is about; unanswered where there isn't one, or it isn't one
// number.
int todays_number(const Today& today, const Atom& atom) {
  switch (atom.reads) {
    case Reads::soreness:
      if (atom.group) return today.answers[*atom.group];
      if (groups_of(today, atom) == 0) return CheckIn::kUnanswered;
      return atom.anywhere ? worst_soreness(today.answers, today.touched) : today.worst;
    case Reads::energy: return today.answers[Scale::energy];
    case Reads::sleep: return today.answers[Scale::sleep];
    case Reads::stress: return today.answers[Scale::stress];
    case Reads::mood: return today.answers[Scale::mood];
    default: return CheckIn::kUnanswered;
  }
}

// Most atoms are settled by one number of today (of several groups the worst one's): it is outside
// the bounds, or no days before are asked of. `unasked`: all the rest.
Held told_by_today(const Today& today, const Atom& atom, const WholeBounds& bounds) {
  if (is_functional(atom.reads)) return is_hardly_sore(today) ? Held::no : Held::unasked;
  const int number = todays_number(today, atom);
  if (number == CheckIn::kUnanswered) return Held::unasked;
  if (!bounds(number)) return Held::no;
  return atom.for_days == 0 ? Held::yes : Held::unasked;
}

Held plain(const Today& today, const Atom& atom, const Constants& bounds) {
  switch (atom.reads) {
    case Reads::soreness: return soreness_held(today, atom, bounds);
    case Reads::soreness_impairs:
    case Reads::soreness_alters_form:
    case Reads::soreness_reduces_strength:
    case Reads::soreness_shortens_range:
    case Reads::soreness_lowers_confidence: return functional_atom(today, atom);
    case Reads::pain: return pain_held(today, atom, bounds);
    case Reads::energy: return scale_held(today, atom, bounds, Scale::energy);
    case Reads::sleep: return scale_held(today, atom, bounds, Scale::sleep);
    case Reads::stress: return scale_held(today, atom, bounds, Scale::stress);
    case Reads::mood: return scale_held(today, atom, bounds, Scale::mood);
    case Reads::strength_restored: return strength_held(today);
    case Reads::hrv: return baseline_held(today, bounds, true);
    case Reads::resting_heart_rate: return baseline_held(today, bounds, false);
    case Reads::days_off: return today.days_off ? yes_no(bounds(*today.days_off)) : Held::unknown;
    case Reads::own_signal: return atom.signal ? own_held(today, atom, bounds) : Held::unknown;
    default: return Held::unknown;
  }
}

// Apart from the quick answer above, which is nearly always enough: it then needs no registers
// saved.
[[gnu::noinline]] Held looked_up(const Today& today, const Atom& atom, const WholeBounds& bounds) {
  return negated(plain(today, atom, {atom.compare, bounds}), atom.negated);
}

}  // namespace

Held yes_no(bool yes) { return yes ? Held::yes : Held::no; }

Held negated(Held held, bool negate) {
  if (!negate || held == Held::unknown || held == Held::unasked) return held;
  return held == Held::yes ? Held::no : Held::yes;
}

bool compares(Compare compare, Decimal value, Decimal low, Decimal high) {
  switch (compare) {
    case Compare::holds: return true;
    case Compare::less: return value < low;
    case Compare::at_most: return value <= low;
    case Compare::equal: return value == low;
    case Compare::at_least: return value >= low;
    case Compare::more: return value > low;
    case Compare::within: return value >= low && value <= high;
  }
  return false;
}

Held held(const Today& today, const Atom& atom, const WholeBounds& bounds) {
  const Held now = told_by_today(today, atom, bounds);
  if (now == Held::unasked) return looked_up(today, atom, bounds);
  return yes_no((now == Held::yes) != atom.negated);
}

Held held(const Today& today, const Atom& atom, const RuleCall* call) {
  return held(today, atom, bounds_of(atom, call));
}

GroupSet blamed(const Today& today, const Atom& atom) {
  if (is_functional(atom.reads)) {
    GroupSet sore = 0;
    for_each_group(today.trained, [&](GroupId g) {
      if (today.answers[g] >= today.run.edition().functional_from) sore |= group_bit(g);
    });
    return sore != 0 ? sore : today.trained;
  }
  if (atom.reads != Reads::soreness) return today.trained;
  GroupSet sore = 0;
  const Constants bounds{atom.compare, bounds_of(atom, nullptr)};
  for_each_group(groups_of(today, atom), [&](GroupId g) {
    if (negated(group_held(today, atom, bounds, g), atom.negated) == Held::yes)
      sore |= group_bit(g);
  });
  return sore != 0 ? sore : today.trained;
}

}  // namespace meso
