// What rules may do, whatever makes them do it.
#pragma once

#include <algorithm>

#include "runtime/plan.h"

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

}  // namespace meso
