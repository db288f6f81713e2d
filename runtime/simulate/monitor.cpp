#include "runtime/simulate/monitor.h"

#include <algorithm>

namespace meso::simulate {
namespace {

constexpr double kEdge = 0.05;  // hours or points: a body on the edge is inside

bool is_sore_at(const Aftermath& after, double limit, double hours) {
  if (after.peak < limit || hours >= after.end) return false;
  return (!after.is_steps && hours < after.peak_at) || after.soreness(hours) >= limit;
}

bool bounds_from_above(const Atom& atom) {
  return atom.reads == Reads::soreness && !atom.negated &&
         (atom.compare == Compare::at_most || atom.compare == Compare::less) &&
         std::holds_alternative<Decimal>(atom.low);
}

bool atom_allows(const SessionFacts& facts, const Atom& atom, const CheckIn& answers) {
  const GroupSet groups = atom.group      ? group_bit(*atom.group)
                          : atom.anywhere ? facts.touched
                                          : facts.dates.trained;
  const Decimal limit = std::get<Decimal>(atom.low);
  bool allowed = true;
  for_each_group(groups, [&](GroupId g) {
    const Decimal report = Decimal::whole(answers[g]);
    allowed = allowed && answers[g] != CheckIn::kUnanswered &&
              (atom.compare == Compare::less ? report < limit : report <= limit);
  });
  return allowed;
}

}  // namespace

std::string_view text(Outside outside) {
  switch (outside) {
    case Outside::onset: return "onset";
    case Outside::peak: return "peak";
    case Outside::peak_time: return "peak_time";
    case Outside::below_three: return "below_three";
    case Outside::gone: return "gone";
    case Outside::strength: return "strength";
  }
  return "";
}

bool Watched::left_envelope() const {
  return std::any_of(outside.begin(), outside.end(), [](int n) { return n > 0; });
}

bool allows(const RunPlan& run, const SessionRef& session, const GateClause& clause,
            const CheckIn& answers) {
  if (!clause.condition || clause.condition->any) return true;
  const SessionFacts& facts = run.facts(session.id);
  const auto& atoms = clause.condition->atoms;
  return std::all_of(atoms.begin(), atoms.end(), [&](const Atom& atom) {
    return !bounds_from_above(atom) || atom_allows(facts, atom, answers);
  });
}

Monitor::Monitor(const RunPlan& run) : run_(run) {
  const auto edge = [](const Bounds& bounds) { return bounds.worst.to_double() + kEdge; };
  for (std::size_t i = 0; i < worst_.size(); ++i) {
    const RecoveryRow& row = recovery_table()[i];
    worst_[i] = {edge(row.onset),       edge(row.peak_soreness), edge(row.peak_time),
                 edge(row.below_three), edge(row.gone),          edge(row.force_trained),
                 edge(row.force_novice)};
  }
}

void Monitor::released(const DayVerdict& verdict, const CheckIn& answers) {
  const bool swapped = verdict.what == DayVerdict::What::swap;
  const auto clause = swapped ? verdict.own_clause : verdict.clause;
  if (!verdict.session || !clause) return;
  const auto gate = run_.session(verdict.session->id).gate;
  if (!gate) return;
  const GateClause& decided = run_.plan().gates[*gate].clauses[*clause];
  if (!releases(decided.verdict) || !allows(run_, *verdict.session, decided, answers))
    ++seen_.gate_broken;
}

void Monitor::trains(GroupSet trained, const GhostBody& body, double hour) {
  bool sore = false, weak = false;
  for_each_group(trained & body.tired(), [&](GroupId g) {
    sore = sore || body.is_sore(g, hour, kSore);
    weak = weak || body.is_weak(g, hour, kWeak);
  });
  ++seen_.sessions;
  seen_.sore_sessions += sore ? 1 : 0;
  seen_.weak_sessions += weak ? 1 : 0;
}

// Onset and peak of soreness that nobody notices are nowhere.
void Monitor::bout(BoutClass bout_class, Level level, const Aftermath& after) {
  const Worst& worst = worst_[static_cast<std::size_t>(bout_class)];
  const bool noticed = after.peak >= kGone;
  const double strength = level == Level::novice ? worst.strength_novice : worst.strength_trained;
  const auto note = [&](Outside what, bool is_outside) {
    if (is_outside) ++seen_.outside[static_cast<std::size_t>(what)];
  };
  ++seen_.bouts;
  note(Outside::strength, after.is_weak(strength, kWeak));
  if (!noticed) return note(Outside::peak, after.peak > worst.peak);
  note(Outside::onset, after.onset > worst.onset);
  note(Outside::peak, after.peak > worst.peak);
  note(Outside::peak_time, after.peak_at > worst.peak_time);
  note(Outside::below_three, is_sore_at(after, kSore, worst.below_three));
  note(Outside::gone, is_sore_at(after, kGone, worst.gone));
}

}  // namespace meso::simulate
