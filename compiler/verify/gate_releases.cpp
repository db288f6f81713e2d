#include "compiler/verify/gate_releases.h"

#include <algorithm>

namespace meso {
namespace {

// What the probe lift of a session works directly.
GroupSet probed_groups(const RunPlan& run, SessionId session) {
  GroupSet groups = 0;
  if (const auto probe = run.facts(session).probe)
    for (const MuscleShare& m : run.plan().exercises[*probe].muscles)
      if (m.share == Decimal::whole(1)) groups |= group_bit(m.group);
  return groups;
}

bool is_within(GroupSet inner, GroupSet outer) { return (inner & ~outer) == 0; }

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

std::uint64_t key_of(const RecoveryCells& cells) {
  std::uint64_t key = 0;
  for (const RecoveryCell& cell : cells)
    key = key << 6 | std::uint64_t{cell.sorest} << 2 | (cell.may_be_strong ? 2U : 0U) |
          (cell.may_be_weak ? 1U : 0U);
  return key;
}

}  // namespace

bool asks_strength(const GateClause& clause) {
  if (!clause.condition || clause.condition->any) return false;
  const auto& atoms = clause.condition->atoms;
  return std::any_of(atoms.begin(), atoms.end(), [](const Atom& atom) {
    return atom.reads == Reads::strength_restored && !atom.negated;
  });
}

GroupSet groups_named(const Gate& gate) {
  GroupSet named = 0;
  for (const GateClause& clause : gate.clauses)
    if (clause.condition)
      for (const Atom& atom : clause.condition->atoms)
        if (atom.group) named |= group_bit(*atom.group);
  return named;
}

GateReleases::GateReleases(const RunPlan& run, const ClauseTable& table, SessionId session,
                           const std::vector<GroupSet>& followed)
    : table_(table), gate_(run.plan().gates[*run.session(session).gate]) {
  for (const ClauseVariable& variable : table.variables) {
    reads_.push_back(reads_of(variable, run, session, followed));
    const Bounds& r = reads_.back();
    reads_recovery_ = reads_recovery_ || (r.sorest | r.not_strong | r.not_weak) != 0;
  }
}

GateReleases::Bounds GateReleases::reads_of(const ClauseVariable& v, const RunPlan& run,
                                            SessionId session,
                                            const std::vector<GroupSet>& followed) const {
  Bounds out;
  if (v.whole != nullptr || v.lasting) return out;
  const SessionFacts& facts = run.facts(session);
  const GroupSet trained = facts.dates.trained, probed = probed_groups(run, session);
  const GroupSet told = v.group ? group_bit(*v.group) : v.anywhere ? facts.touched : trained;
  for (std::size_t i = 0; i < followed.size(); ++i) {
    const auto bit = static_cast<std::uint8_t>(1 << i);
    if (v.reads == Reads::soreness && is_within(told, followed[i])) out.sorest |= bit;
    if (v.reads != Reads::strength_restored || !facts.probe) continue;
    if (is_within(followed[i], probed)) out.not_strong |= bit;
    if (is_within(trained, followed[i])) out.not_weak |= bit;
  }
  return out;
}

std::uint64_t GateReleases::allowed(std::size_t variable, const RecoveryCells& cells) const {
  const ClauseVariable& v = table_.variables[variable];
  const Bounds& reads = reads_[variable];
  std::uint64_t mask = v.all();
  const auto any = [&](std::uint8_t sets, auto holds) {
    for (std::size_t i = 0; i < cells.size(); ++i)
      if ((sets >> i & 1) != 0 && holds(cells[i])) return true;
    return false;
  };
  if (any(reads.not_strong, [](const RecoveryCell& c) { return !c.may_be_strong; }))
    mask &= ~value_bit(1);
  if (any(reads.not_weak, [](const RecoveryCell& c) { return !c.may_be_weak; }))
    mask &= ~value_bit(0);
  for (std::size_t n = 0; n < v.values.size() && reads.sorest != 0; ++n)
    if (any(reads.sorest, [&](const RecoveryCell& c) { return v.values[n] > c.sorest; }))
      mask &= ~value_bit(n);
  return mask;
}

std::uint8_t GateReleases::operator()(const RecoveryCells& cells) const {
  const auto [at, fresh] = known_.try_emplace(key_of(cells));
  if (fresh) at->second = work_out(cells);
  return at->second;
}

std::uint8_t GateReleases::work_out(const RecoveryCells& cells) const {
  constexpr std::uint8_t kAnything = kReleased | kSwaps;
  if (!table_.complete) return kAnything;  // too many boxes to tell
  std::vector<std::uint64_t> masks;
  for (std::size_t i = 0; i < table_.variables.size(); ++i) masks.push_back(allowed(i, cells));
  const auto may_be = [&](const Box& box) {
    for (std::size_t i = 0; i < box.size(); ++i)
      if ((box[i] & masks[i]) == 0) return false;
    return true;
  };
  std::uint8_t out = 0;
  for (std::size_t c = 0; c < gate_.clauses.size(); ++c)
    if (std::any_of(table_.clauses[c].begin(), table_.clauses[c].end(), may_be))
      out |= release_of(gate_.clauses[c]);
  return out;
}

std::uint8_t GateReleases::ever() const {
  RecoveryCells anything;
  anything.fill({10, true, true});
  return (*this)(anything);
}

}  // namespace meso
