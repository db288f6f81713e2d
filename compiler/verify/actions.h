// What rules may do, whatever makes them do it, and where a plan calls them.
#pragma once

#include <algorithm>
#include <cstdint>

#include "runtime/plan.h"
#include "runtime/step/run_plan.h"

namespace meso {

template <class Holds>
bool any_action(const Rule& rule, Holds holds) {
  return std::any_of(rule.clauses.begin(), rule.clauses.end(), [&](const RuleClause& clause) {
    return std::any_of(clause.actions.begin(), clause.actions.end(), holds);
  });
}

template <class Holds>
bool any_action(const Plan& plan, Holds holds) {
  return std::any_of(plan.rules.begin(), plan.rules.end(),
                     [&](const Rule& rule) { return any_action(rule, holds); });
}

// Whether a rule may add days to the plan's waits.
inline bool may_lengthen_waits(const Plan& plan) {
  return any_action(plan, [](const Action& action) {
    const auto* change = std::get_if<Change>(&action);
    return change != nullptr && change->what == Changes::gap;
  });
}

template <class Visit>  // (SessionId)
void for_each_session(const Plan& plan, Visit visit) {
  for (std::size_t b = 0; b < plan.blocks.size(); ++b) {
    const BlockId block = plan.blocks.id_of(b);
    for (std::uint32_t s = 0; s < plan.blocks[block].sessions.size(); ++s)
      visit(SessionId{block, s});
  }
}

template <class Visit>  // (SessionId, std::size_t line, const Line&)
void for_each_line(const Plan& plan, Visit visit) {
  for_each_session(plan, [&](SessionId session) {
    const auto& lines = plan.blocks[session.block].sessions[session.index].lines;
    for (std::size_t n = 0; n < lines.size(); ++n) visit(session, n, lines[n]);
  });
}

// Rules that a session's end tries whatever its lines say.
template <class Visit>  // (const RuleCall&)
void for_each_follow(const Plan& plan, const Block& block, Visit visit) {
  for (const RuleCall& call : plan.follows) visit(call);
  for (const RuleCall& call : block.follows) visit(call);
}

}  // namespace meso
