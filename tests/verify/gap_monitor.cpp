#include "tests/verify/gap_monitor.h"

#include <algorithm>

namespace meso::test {
namespace {

template <class Holds>
bool any_bout(const Body& body, GroupId group, Holds holds) {
  return std::any_of(body.bouts().begin(), body.bouts().end(),
                     [&](const Body::Bout& bout) { return bout.group == group && holds(bout); });
}

}  // namespace

bool asks_strength(const GateClause* clause) {
  if (clause == nullptr || !clause->condition) return false;
  const auto& atoms = clause->condition->atoms;
  return (!clause->condition->any || atoms.size() == 1) &&
         std::any_of(atoms.begin(), atoms.end(), [](const Atom& atom) {
           return atom.reads == Reads::strength_restored && !atom.negated;
         });
}

std::optional<GroupId> GapMonitor::breaks(Property property, SessionId session,
                                          const GateClause* clause, const Body& body,
                                          int day) const {
  std::optional<GroupId> broken;
  for_each_group(run_.facts(session).dates.trained, [&](GroupId group) {
    if (!broken && breaks(property, session, clause, body, group, day)) broken = group;
  });
  return broken;
}

bool GapMonitor::may_break(Property property) const {
  for (std::size_t b = 0; b < facts_.plan.blocks.size(); ++b) {
    const BlockId block = facts_.plan.blocks.id_of(b);
    for (std::uint32_t s = 0; s < facts_.plan.blocks[block].sessions.size(); ++s)
      if (may_break(property, {block, s})) return true;
  }
  return false;
}

bool GapMonitor::breaks(Property property, SessionId session, const GateClause* clause,
                        const Body& body, GroupId group, int day) const {
  const bool guarded = facts_.guarded(run_.session(session), group);
  switch (property) {
    case Property::gap_safe: return !guarded && is_too_soon(body, group, day);
    case Property::latent_safe:
      return guarded && clause->verdict == Verdict::train && !asks_strength(clause) &&
             may_still_come(body, group, day);
    case Property::recovers: return !asks_strength(clause) && is_short_of_typical(body, group, day);
    default: return false;  // the others have no path of gaps
  }
}

bool GapMonitor::is_too_soon(const Body& body, GroupId group, int day) const {
  const Body::Bout* last = body.last(group);
  if (last != nullptr && last->bout_class == BoutClass::novel_heavy) return true;
  return any_bout(body, group, [&](const Body::Bout& bout) {
    return day - bout.day < std::max(days_of(bout).sore, days_of(bout).weak);
  });
}

bool GapMonitor::may_still_come(const Body& body, GroupId group, int day) const {
  const Body::Bout* last = body.last(group);
  return last != nullptr && last->bout_class >= BoutClass::hard_usual &&
         day - last->day < days_of(*last).unseen;
}

bool GapMonitor::is_short_of_typical(const Body& body, GroupId group, int day) const {
  return any_bout(body, group,
                  [&](const Body::Bout& bout) { return day - bout.day < days_of(bout).typical; });
}

bool GapMonitor::may_break(Property property, SessionId id) const {
  const Session& session = run_.session(id);
  bool guards_all = true, guards_any = false, all_ask = session.gate.has_value();
  for_each_group(run_.facts(id).dates.trained, [&](GroupId group) {
    const bool guarded = facts_.guarded(session, group);
    guards_all = guards_all && guarded;
    guards_any = guards_any || guarded;
  });
  if (session.gate)
    for (const GateClause& clause : facts_.plan.gates[*session.gate].clauses)
      if (clause.verdict == Verdict::train || clause.verdict == Verdict::lighten)
        all_ask = all_ask && asks_strength(&clause);
  if (property == Property::gap_safe) return !guards_all;
  return !all_ask && (property == Property::recovers || guards_any);
}

}  // namespace meso::test
