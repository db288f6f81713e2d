#include "compiler/verify/in_question.h"

#include "compiler/verify/gate_releases.h"

namespace meso {
namespace {

// May a clause of the gate release a session without asking for strength?
bool releases_unasked(const Gate& gate, const ClauseTable& table) {
  if (!table.complete) return true;
  for (std::size_t c = 0; c < gate.clauses.size(); ++c) {
    const GateClause& clause = gate.clauses[c];
    if (releases(clause.verdict) && !table.clauses[c].empty() && !asks_strength(clause))
      return true;
  }
  return false;
}

}  // namespace

GroupSet groups_in_question(const PlanFacts& facts, const RunPlan& run) {
  std::vector<bool> unasked;  // by gate
  for (std::size_t g = 0; g < facts.gates.size(); ++g)
    unasked.push_back(
        releases_unasked(facts.plan.gates[facts.plan.gates.id_of(g)], facts.gates[g]));
  GroupSet out = 0;
  for (std::size_t b = 0; b < facts.plan.blocks.size(); ++b) {
    const BlockId block = facts.plan.blocks.id_of(b);
    for (std::uint32_t s = 0; s < facts.plan.blocks[block].sessions.size(); ++s) {
      const Session& session = facts.plan.blocks[block].sessions[s];
      const bool asks = session.gate && !unasked[session.gate->value];
      for_each_group(run.facts({block, s}).dates.trained & ~out, [&](GroupId g) {
        if (!asks || !facts.guarded(session, g)) out |= group_bit(g);
      });
    }
  }
  return out;
}

}  // namespace meso
