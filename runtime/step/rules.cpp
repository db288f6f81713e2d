#include "runtime/step/rules.h"

#include <algorithm>

namespace meso {
namespace {

Held known(const std::optional<bool>& truth) { return truth ? yes_no(*truth) : Held::unknown; }

Held number(const Atom& atom, const RuleCall& call, Decimal value) {
  return yes_no(compares(atom.compare, value, value_of(atom.low, call), value_of(atom.high, call)));
}
Held number(const Atom& atom, const RuleCall& call, const std::optional<int>& value) {
  return value ? number(atom, call, Decimal::whole(*value)) : Held::unknown;
}

// `better than last` holds for much better too; the others are what they say.
Held versus(const Atom& atom, const Outcome& outcome) {
  if (!outcome.versus_last) return Held::unknown;
  const auto wanted = static_cast<VersusLast>(std::get<Decimal>(atom.low).floor());
  if (wanted == VersusLast::better) return yes_no(*outcome.versus_last >= VersusLast::better);
  return yes_no(*outcome.versus_last == wanted);
}

Held result(const Atom& atom, const RuleCall& call, const Outcome* outcome) {
  if (outcome == nullptr) return Held::unknown;
  switch (atom.reads) {
    case Reads::all_sets_done: return yes_no(outcome->all_sets_done);
    case Reads::missed: return yes_no(!outcome->all_sets_done);
    case Reads::all_top_of_range: return yes_no(outcome->all_top_of_range);
    case Reads::versus_last: return versus(atom, *outcome);
    case Reads::reps_of_set: return number(atom, call, outcome->reps_of(atom.set_number));
    case Reads::total_reps: return number(atom, call, std::optional<int>(outcome->total));
    case Reads::extra_reps: return number(atom, call, outcome->extra_reps_of(atom.set_number));
    case Reads::rir_of_set: {
      const auto rir = outcome->rir_of(atom.set_number);
      return rir ? number(atom, call, rir->value) : Held::unknown;
    }
    case Reads::tested: return yes_no(outcome->tested);
    default: return Held::unknown;
  }
}

Held recovery(const Atom& atom, const Recovery& r) {
  switch (atom.reads) {
    case Reads::never_sore: return known(r.never_sore);
    case Reads::recovered_early: return known(r.early);
    case Reads::recovered_in_time: return known(r.in_time);
    case Reads::still_sore: return negated(known(r.in_time), true);
    case Reads::sore_at_start: return known(r.sore_at_start);
    default: return Held::unknown;
  }
}

Held event(const Atom& atom, const Ends& ends) {
  if (atom.reads == Reads::week_ends) return yes_no(ends.week);
  if (atom.reads == Reads::rotation_ends) return yes_no(ends.rotation);
  return yes_no(ends.block);
}

// An atom as it stands, its window left aside.
Held plain(const Atom& atom, const LineCase& line, const RuleMoment& moment) {
  const RuleCall& call = *line.call;
  const auto value = [&]() -> Held {
    if (is_event(atom.reads)) return event(atom, moment.ends);
    if (is_performance(atom.reads)) return result(atom, call, line.outcome);
    if (is_recovery(atom.reads)) return recovery(atom, moment.recovery);
    if (atom.reads == Reads::week) return number(atom, call, std::optional<int>(moment.week));
    if (line.slot == nullptr) return Held::unknown;  // a followed rule has no progression
    switch (atom.reads) {
      case Reads::exposures: return number(atom, call, std::optional<int>(line.slot->exposures));
      case Reads::resets: return number(atom, call, std::optional<int>(line.slot->resets));
      case Reads::stage: return number(atom, call, std::optional<int>(line.slot->stage + 1));
      case Reads::sets: return number(atom, call, std::optional<int>(line.sets));
      default: return Held::unknown;
    }
  };
  if (is_readiness(atom.reads))
    return moment.today == nullptr ? Held::unknown : held(*moment.today, atom, &call);
  return negated(value(), atom.negated);
}

// ---- windows ----------------------------------------------------------------------------------

const Atom& atom_of(const Rule& rule, const WindowedAtom& place) {
  return rule.clauses[place.clause].condition->atoms[place.atom];
}

void restart(const std::vector<WindowedAtom>& places, std::size_t clause,
             std::vector<WindowCount>& counts) {
  for (std::size_t w = 0; w < places.size(); ++w)
    if (places[w].clause == clause && w < counts.size()) counts[w] = {};
}

template <class AtomHeld>
bool holds(const RuleClause& clause, AtomHeld atom_held) {
  if (!clause.condition) return true;
  const Atom* const first = clause.condition->atoms.data();
  return all_held(*clause.condition, [&](const Atom& atom) {
           const Held now = atom_held(atom, static_cast<std::size_t>(&atom - first));
           return now == Held::unasked ? Held::unknown : now;
         }) == Held::yes;
}

// ---- followed rules ---------------------------------------------------------------------------

LineCase lift_case(const FollowCase& follow, const Outcome* outcome) {
  return {follow.call, nullptr, outcome, 0};
}

// Without a quantifier a success is asked of every lift and anything else of any.
LiftQuantifier quantifier_of(const Atom& atom) {
  if (atom.lifts) return *atom.lifts;
  LiftQuantifier q;
  const bool success = atom.reads == Reads::all_sets_done || atom.reads == Reads::all_top_of_range;
  q.of = success ? LiftQuantifier::Of::every : LiftQuantifier::Of::any;
  return q;
}

bool fulfils(const LiftQuantifier& quantifier, std::size_t holding, std::size_t all) {
  switch (quantifier.of) {
    case LiftQuantifier::Of::any: return holding > 0;
    case LiftQuantifier::Of::every: return all > 0 && holding == all;
    case LiftQuantifier::Of::none: return holding == 0;
    case LiftQuantifier::Of::at_least:
      return holding >= static_cast<std::size_t>(std::max(quantifier.lifts, 1));
  }
  return false;
}

std::vector<WindowCount>& lift_windows(FollowState& state, ExerciseId lift, std::size_t windows) {
  for (auto& [known_lift, counts] : state.lifts)
    if (known_lift == lift) return counts;
  return state.lifts.emplace_back(lift, std::vector<WindowCount>(windows)).second;
}

class FollowAtoms {
 public:
  FollowAtoms(const RunPlan& run, const FollowCase& follow, const RuleMoment& moment)
      : run_(run), follow_(follow), moment_(moment) {}

  Held operator()(const Atom& atom, std::size_t clause, std::size_t nth,
                  std::vector<ExerciseId>& lifts) const {
    const auto window = run_.clauses(follow_.call->rule)[clause].windows[nth];
    if (!is_performance(atom.reads)) {
      if (window) return yes_no(follow_.state->windows[*window].fulfils(*atom.window));
      return plain(atom, lift_case(follow_, nullptr), moment_);
    }
    const std::size_t before = lifts.size();
    const std::size_t all = window ? of_windows(atom, *window, lifts) : of_outcomes(atom, lifts);
    const bool yes = fulfils(quantifier_of(atom), lifts.size() - before, all);
    if (!yes) lifts.resize(before);
    return yes_no(yes);
  }

 private:
  // Both add the lifts that hold, and give how many were asked.
  std::size_t of_windows(const Atom& atom, std::size_t window,
                         std::vector<ExerciseId>& holding) const {
    for (const auto& [lift, counts] : follow_.state->lifts)
      if (counts[window].fulfils(*atom.window)) holding.push_back(lift);
    return follow_.state->lifts.size();
  }
  std::size_t of_outcomes(const Atom& atom, std::vector<ExerciseId>& holding) const {
    for (const Outcome& outcome : follow_.outcomes)
      if (plain(atom, lift_case(follow_, &outcome), moment_) == Held::yes)
        holding.push_back(outcome.exercise);
    return follow_.outcomes.size();
  }
  const RunPlan& run_;
  const FollowCase& follow_;
  const RuleMoment& moment_;
};

}  // namespace

void count_windows(const RunPlan& run, const LineCase& line, const RuleMoment& moment) {
  const Rule& rule = run.plan().rules[line.call->rule];
  const auto& places = run.windows(line.call->rule);
  for (std::size_t w = 0; w < places.size(); ++w)
    line.slot->windows[w].count(plain(atom_of(rule, places[w]), line, moment) == Held::yes);
}

std::optional<std::size_t> clause_of(const RunPlan& run, const LineCase& line,
                                     const RuleMoment& moment) {
  const Rule& rule = run.plan().rules[line.call->rule];
  const auto& clauses = run.clauses(line.call->rule);
  for (std::size_t c = 0; c < rule.clauses.size(); ++c) {
    if (clauses[c].at_events != moment.is_event()) continue;
    const bool acts = holds(rule.clauses[c], [&](const Atom& atom, std::size_t nth) {
      const auto window = clauses[c].windows[nth];
      if (window) return yes_no(line.slot->windows[*window].fulfils(*atom.window));
      return plain(atom, line, moment);
    });
    if (!acts) continue;
    restart(run.windows(line.call->rule), c, line.slot->windows);
    return c;
  }
  return std::nullopt;
}

void count_windows(const RunPlan& run, const FollowCase& follow, const RuleMoment& moment) {
  const Rule& rule = run.plan().rules[follow.call->rule];
  const auto& places = run.windows(follow.call->rule);
  for (std::size_t w = 0; w < places.size(); ++w) {
    const Atom& atom = atom_of(rule, places[w]);
    if (!is_performance(atom.reads)) {
      follow.state->windows[w].count(plain(atom, lift_case(follow, nullptr), moment) == Held::yes);
      continue;
    }
    for (const Outcome& outcome : follow.outcomes)
      lift_windows(*follow.state, outcome.exercise, places.size())[w].count(
          plain(atom, lift_case(follow, &outcome), moment) == Held::yes);
  }
}

std::optional<FollowedClause> clause_of(const RunPlan& run, const FollowCase& follow,
                                        const RuleMoment& moment) {
  const Rule& rule = run.plan().rules[follow.call->rule];
  const FollowAtoms atoms(run, follow, moment);
  for (std::size_t c = 0; c < rule.clauses.size(); ++c) {
    if (run.clauses(follow.call->rule)[c].at_events != moment.is_event()) continue;
    FollowedClause found{c, {}};
    const bool acts = holds(rule.clauses[c], [&](const Atom& atom, std::size_t nth) {
      return atoms(atom, c, nth, found.lifts);
    });
    if (!acts) continue;
    restart(run.windows(follow.call->rule), c, follow.state->windows);
    for (auto& [lift, counts] : follow.state->lifts)
      restart(run.windows(follow.call->rule), c, counts);
    return found;
  }
  return std::nullopt;
}

}  // namespace meso
