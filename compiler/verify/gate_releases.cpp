#include "compiler/verify/gate_releases.h"

#include <algorithm>

namespace meso {
namespace {

class Reader {
 public:
  Reader(const RunPlan& run, const ClauseTable& table, SessionId session, GroupId group)
      : table_(table),
        group_(group),
        own_(group_bit(group)),
        trained_(run.facts(session).dates.trained),
        touched_(run.facts(session).touched),
        probe_tells_(tells(run, session, group)) {}

  bool may_hold(std::size_t clause, const RecoveryCell& cell) const {
    const Region& region = table_.clauses[clause];
    return std::any_of(region.begin(), region.end(), [&](const Box& box) {
      for (std::size_t i = 0; i < box.size(); ++i)
        if ((box[i] & allowed(table_.variables[i], cell)) == 0) return false;
      return true;
    });
  }

 private:
  // Does the session's probe lift work this group directly?
  static bool tells(const RunPlan& run, SessionId session, GroupId group) {
    const auto probe = run.facts(session).probe;
    if (!probe) return false;
    const auto& muscles = run.plan().exercises[*probe].muscles;
    return std::any_of(muscles.begin(), muscles.end(), [&](const MuscleShare& m) {
      return m.group == group && m.share == Decimal::whole(1);
    });
  }

  // Is the report that the variable stands for this group's alone?
  bool is_own_soreness(const ClauseVariable& v) const {
    if (v.reads != Reads::soreness) return false;
    if (v.group) return *v.group == group_;
    return (v.anywhere ? touched_ : trained_) == own_;
  }

  std::uint64_t allowed(const ClauseVariable& v, const RecoveryCell& cell) const {
    if (v.whole != nullptr || v.lasting) return v.all();
    if (v.reads == Reads::strength_restored) {
      std::uint64_t mask = v.all();
      if (probe_tells_ && !cell.may_be_strong) mask &= ~value_bit(1);
      if (trained_ == own_ && !cell.may_be_weak) mask &= ~value_bit(0);
      return mask;
    }
    if (!is_own_soreness(v)) return v.all();
    std::uint64_t mask = v.unknown();
    for (std::size_t i = 0; i < v.values.size(); ++i)
      if (v.values[i] <= cell.sorest) mask |= value_bit(i);
    return mask;
  }

  const ClauseTable& table_;
  GroupId group_;
  GroupSet own_, trained_, touched_;
  bool probe_tells_;
};

std::uint8_t release_of(const GateClause& clause) {
  switch (clause.verdict) {
    case Verdict::train: return asks_strength(clause) ? kWithStrength : kTrainUnasked;
    case Verdict::lighten: return asks_strength(clause) ? kWithStrength : kLightenUnasked;
    case Verdict::swap: return kSwaps;
    case Verdict::recover:
    case Verdict::refer: return 0;
  }
  return 0;
}

}  // namespace

bool asks_strength(const GateClause& clause) {
  if (!clause.condition || clause.condition->any) return false;
  const auto& atoms = clause.condition->atoms;
  return std::any_of(atoms.begin(), atoms.end(), [](const Atom& atom) {
    return atom.reads == Reads::strength_restored && !atom.negated;
  });
}

GateReleases::GateReleases(const RunPlan& run, const ClauseTable& table, SessionId session,
                           GroupId group) {
  const Gate& gate = run.plan().gates[*run.session(session).gate];
  if (!table.complete) {  // too many boxes to tell: anything may happen
    by_cell_.fill(kWithStrength | kTrainUnasked | kLightenUnasked | kSwaps);
    return;
  }
  const Reader reader(run, table, session, group);
  RecoveryCell cell;
  for (cell.sorest = 0; cell.sorest <= 10; ++cell.sorest)
    for (const bool strong : {false, true})
      for (const bool weak : {false, true}) {
        cell.may_be_strong = strong;
        cell.may_be_weak = weak;
        for (std::size_t c = 0; c < gate.clauses.size(); ++c)
          if (reader.may_hold(c, cell)) by_cell_[cell.index()] |= release_of(gate.clauses[c]);
      }
}

std::uint8_t GateReleases::ever() const {
  std::uint8_t all = 0;
  for (const std::uint8_t of_cell : by_cell_) all |= of_cell;
  return all;
}

bool GateReleases::reads_recovery() const {
  return std::any_of(by_cell_.begin(), by_cell_.end(),
                     [&](std::uint8_t of_cell) { return of_cell != by_cell_.front(); });
}

}  // namespace meso
