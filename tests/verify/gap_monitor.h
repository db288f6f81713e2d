// What the gap properties forbid, judged from the bouts that a body has behind it and the recovery
// table alone: for the oracle, and for athletes who are let loose on a plan.
#pragma once

#include <optional>

#include "compiler/verify/facts.h"
#include "compiler/verify/verify.h"
#include "runtime/step/run_plan.h"
#include "tests/verify/body.h"

namespace meso::test {

// Does the clause let nobody through whose strength isn't known to be back?
bool asks_strength(const GateClause* clause);

class GapMonitor {
 public:
  GapMonitor(const PlanFacts& facts, const RunPlan& run, const Envelope& envelope)
      : facts_(facts), run_(run), envelope_(envelope) {}

  // The first group that the session must not train yet. `clause`: of its own gate; null: none.
  std::optional<GroupId> breaks(Property property, SessionId session, const GateClause* clause,
                                const Body& body, int day) const;
  // Whether any session could break it, whatever the day.
  bool may_break(Property property) const;

 private:
  bool breaks(Property property, SessionId session, const GateClause* clause, const Body& body,
              GroupId group, int day) const;
  bool is_too_soon(const Body& body, GroupId group, int day) const;
  bool may_still_come(const Body& body, GroupId group, int day) const;
  bool is_short_of_typical(const Body& body, GroupId group, int day) const;
  bool may_break(Property property, SessionId id) const;
  const DaysOfClass& days_of(const Body::Bout& bout) const {
    return envelope_[static_cast<std::size_t>(bout.bout_class)];
  }

  const PlanFacts& facts_;
  const RunPlan& run_;
  const Envelope& envelope_;
};

}  // namespace meso::test
