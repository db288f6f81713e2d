#include "runtime/set_bounds.h"

#include <algorithm>
#include <optional>

namespace meso {
namespace {

// `sets < 4` lets a clause add to three at most.
std::optional<int> most_before(const RuleClause& clause, const RuleCall& call) {
  if (!clause.condition || clause.condition->any) return std::nullopt;
  for (const Atom& atom : clause.condition->atoms) {
    if (atom.reads != Reads::sets || atom.negated) continue;
    const int value = static_cast<int>(value_of(atom.low, call).floor());
    if (atom.compare == Compare::less) return value - 1;
    if (atom.compare == Compare::at_most) return value;
  }
  return std::nullopt;
}

// How far a clause may take the sets of a line that starts with `start` of them.
int most_by_clause(const RuleClause& clause, const Change& change, const RuleCall& call,
                   const Edition& edition, int start) {
  int most = change.at_most ? static_cast<int>(value_of(*change.at_most, call).high.floor())
                            : start + edition.sets_above_start;
  const auto* by = std::get_if<Quantity>(&change.value);
  if (const auto before = most_before(clause, call); before && by != nullptr)
    most = std::min(most, *before + static_cast<int>(by->low.floor()));
  return most;
}

// How far a rule may take the sets of a line that starts with `start` of them.
int most_by_rule(const Plan& plan, const Edition& edition, const RuleCall& call, int start) {
  int most = start;
  for (const RuleClause& clause : plan.rules[call.rule].clauses)
    for (const Action& action : clause.actions) {
      const auto* change = std::get_if<Change>(&action);
      if (change == nullptr || change->what != Changes::sets || change->how != Change::How::add)
        continue;
      most = std::max(most, most_by_clause(clause, *change, call, edition, start));
    }
  return most;
}

}  // namespace

int written_sets(const Prescription& prescription) {
  int sets = 0;
  for (const SetGroup& group : prescription.groups) sets += group.sets.high;
  return sets;
}

int most_sets(const Plan& plan, const Edition& edition, const Line& line) {
  int most = 0;
  for (const Prescription& stage : line.stages) most = std::max(most, written_sets(stage));
  const int start = most;
  for (const RuleCall& call : line.rules)
    most = std::max(most, most_by_rule(plan, edition, call, start));
  return most;
}

}  // namespace meso
