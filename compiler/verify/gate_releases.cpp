#include "compiler/verify/gate_releases.h"

#include <algorithm>

#include "runtime/step/readiness.h"

namespace meso {
namespace {

bool is_within(GroupSet inner, GroupSet outer) { return (inner & ~outer) == 0; }

std::uint8_t release_of(const GateClause& clause) {
  switch (clause.verdict) {
    case Verdict::train: return asks_strength(clause) ? kWithStrength : kTrainUnasked;
    case Verdict::lighten: return asks_strength(clause) ? kWithStrength : kLightenUnasked;
    case Verdict::swap:  // see swaps()
    case Verdict::recover:
    case Verdict::refer: return 0;
  }
  return 0;
}

constexpr std::uint8_t kAnything = kReleased | kSwaps;  // of a table with too many boxes
constexpr std::size_t kBoxesAMove = 8;

// Is there a check-in of the box that these values allow?
bool meets(const Box& box, const std::vector<std::uint64_t>& allowed) {
  for (std::size_t i = 0; i < box.size(); ++i)
    if ((box[i] & allowed[i]) == 0) return false;
  return true;
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

GroupSet probed_groups(const RunPlan& run, SessionId session) {
  GroupSet groups = 0;
  if (const auto probe = run.facts(session).probe)
    for (const MuscleShare& m : run.plan().exercises[*probe].muscles)
      if (m.share == Decimal::whole(1)) groups |= group_bit(m.group);
  return groups;
}

GroupSet told_about(const Atom& atom, const SessionFacts& facts) {
  return atom.group ? group_bit(*atom.group) : atom.anywhere ? facts.touched : facts.dates.trained;
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
                           const std::vector<GroupSet>& followed, Budget& budget)
    : table_(table),
      budget_(budget),
      gate_(run.plan().gates[*run.session(session).gate]),
      facts_(run.facts(session)),
      followed_(followed),
      functional_from_(run.edition().functional_from) {
  for (const ClauseVariable& variable : table.variables) {
    reads_.push_back(reads_of(variable, run, session, followed));
    const Bounds& r = reads_.back();
    reads_recovery_ = reads_recovery_ || (r.sorest | r.impaired | r.not_strong | r.not_weak) != 0;
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
    if (is_functional(v.reads) && is_within(told, followed[i])) out.impaired |= bit;
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
  if (any(reads.impaired, [&](const RecoveryCell& c) { return c.sorest < functional_from_; }))
    mask &= ~value_bit(1);
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

std::uint8_t GateReleases::beside(const GateReleases& head, const RecoveryCells& cells) const {
  const auto [at, fresh] = known_beside_.try_emplace({&head, key_of(cells)});
  if (fresh) at->second = work_out_beside(head, cells);
  return at->second;
}

std::vector<std::uint64_t> GateReleases::masks(const RecoveryCells& cells) const {
  std::vector<std::uint64_t> out;
  for (std::size_t i = 0; i < table_.variables.size(); ++i) out.push_back(allowed(i, cells));
  return out;
}

// Which is dear where a gate's clauses are many.
bool GateReleases::any_meets(const Region& region,
                             const std::vector<std::uint64_t>& allowed) const {
  budget_.spend(Budget::kMove * (1 + region.size() / kBoxesAMove));
  return std::any_of(region.begin(), region.end(),
                     [&](const Box& box) { return meets(box, allowed); });
}

std::uint8_t GateReleases::work_out(const RecoveryCells& cells) const {
  if (!table_.complete) return kAnything;
  const auto now = masks(cells);
  std::uint8_t out = 0;
  for (std::size_t c = 0; c < gate_.clauses.size(); ++c)
    if (any_meets(table_.clauses[c], now))
      out = static_cast<std::uint8_t>(out | release_of(gate_.clauses[c]) |
                                      swaps(gate_.clauses[c], cells));
  return out;
}

std::uint8_t GateReleases::work_out_beside(const GateReleases& head,
                                           const RecoveryCells& cells) const {
  if (!table_.complete || !head.table_.complete) return kAnything;
  const auto own = masks(cells), of_head = head.masks(cells);
  const auto shared = shared_with(head);
  std::uint8_t out = 0;
  for (std::size_t h = 0; h < head.gate_.clauses.size(); ++h) {
    if (head.gate_.clauses[h].verdict != Verdict::swap) continue;
    for (const Box& swapping : head.table_.clauses[h]) {
      if (budget_.is_spent()) return kAnything;
      if (!meets(swapping, of_head)) continue;
      auto now = own;
      for (const auto& [mine, theirs] : shared) now[mine] &= swapping[theirs] & of_head[theirs];
      for (std::size_t c = 0; c < gate_.clauses.size(); ++c)
        if (any_meets(table_.clauses[c], now)) out |= release_of(gate_.clauses[c]);
    }
  }
  return out;
}

// Variables that stand for the same answer in both tables: own one first.
GateReleases::SharedVariables GateReleases::shared_with(const GateReleases& head) const {
  SharedVariables out;
  const bool same_session_groups = facts_.dates.trained == head.facts_.dates.trained;
  const auto same = [&](const ClauseVariable& a, const ClauseVariable& b) {
    if (a.whole != nullptr || b.whole != nullptr || a.lasting || b.lasting) return false;
    if (a.reads != b.reads || a.group != b.group || a.anywhere || b.anywhere ||
        a.signal != b.signal || a.place != b.place || a.values != b.values)
      return false;
    if (is_functional(a.reads) || a.reads == Reads::strength_restored) return false;
    return a.reads != Reads::soreness || a.group.has_value() || same_session_groups;
  };
  for (std::size_t i = 0; i < table_.variables.size(); ++i)
    for (std::size_t j = 0; j < head.table_.variables.size(); ++j)
      if (same(table_.variables[i], head.table_.variables[j])) out.emplace_back(i, j);
  return out;
}

std::uint8_t GateReleases::swaps(const GateClause& clause, const RecoveryCells& cells) const {
  if (clause.verdict != Verdict::swap) return 0;
  if (!clause.condition) return kSwapsAnyway;
  const auto& atoms = clause.condition->atoms;
  const bool without_groups = clause.condition->any
                                  ? !std::all_of(atoms.begin(), atoms.end(), is_about_groups)
                                  : std::none_of(atoms.begin(), atoms.end(), is_about_groups);
  std::uint8_t out = without_groups ? kSwapsAnyway : 0;
  for (const Atom& atom : atoms)
    if (is_about_groups(atom)) out |= blames(atom, told_about(atom, facts_), cells);
  return out;
}

// What reports of the groups that the atom is about make of it: nothing to blame, some of them, or
// all because it holds of any report that they can give.
std::uint8_t GateReleases::blames(const Atom& atom, GroupSet told,
                                  const RecoveryCells& cells) const {
  int sorest = 10;
  for (std::size_t i = 0; i < followed_.size(); ++i)
    if (is_within(told, followed_[i])) sorest = std::min<int>(sorest, cells[i].sorest);
  if (atom.reads != Reads::soreness)
    return atom.negated || sorest >= functional_from_ ? kSwapsBlaming : std::uint8_t{0};
  bool any = false, all = true;
  for (int report = 0; report <= sorest; ++report) {
    const bool holds =
        compares(atom.compare, Decimal::whole(report), value_of(atom.low, RuleCall{}),
                 value_of(atom.high, RuleCall{})) != atom.negated;
    any = any || holds;
    all = all && holds;
  }
  if (!any) return 0;
  return all && told == facts_.dates.trained ? kSwapsAnyway : kSwapsBlaming;
}

bool GateReleases::may_blame(GroupSet among, const RecoveryCells& cells) const {
  budget_.spend(Budget::kMove * gate_.clauses.size());
  for (const GateClause& clause : gate_.clauses) {
    if (clause.verdict != Verdict::swap || !clause.condition) continue;
    for (const Atom& atom : clause.condition->atoms) {
      const GroupSet told = told_about(atom, facts_) & among;
      if (is_about_groups(atom) && told != 0 && blames(atom, told, cells) != 0) return true;
    }
  }
  return false;
}

}  // namespace meso
