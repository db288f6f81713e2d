#include "compiler/verify/attested.h"

#include <algorithm>
#include <variant>

namespace meso {
namespace {

bool is_at_least(const Atom& atom) {
  return atom.compare != Compare::less && atom.compare != Compare::at_most;
}

// The lowest of `versus_last` that says enough.
VersusLast enough(SameAsLast same) {
  return same == SameAsLast::attests ? VersusLast::same : VersusLast::better;
}

// Of a variable that is taken whole and that isn't so: "not missed once this block".
bool attests_by_absence(const Atom& atom) {
  return atom.reads == Reads::missed && !atom.lifts && atom.window && !atom.window->every &&
         atom.window->times == 1;
}

bool attests_work(const ClauseVariable& v, std::uint64_t left, SameAsLast same) {
  if (v.lasting) return false;
  if (v.whole != nullptr) {
    Atom holds = *v.whole;
    holds.negated = false;
    return (left == 2 && attests_work(holds, same)) || (left == 1 && attests_by_absence(holds));
  }
  switch (v.reads) {
    case Reads::all_sets_done:
    case Reads::all_top_of_range:
    case Reads::tested:
    case Reads::reps_of_set:
    case Reads::total_reps:
    case Reads::extra_reps: return (left & 1) == 0;  // not the lowest
    case Reads::versus_last:
      return (left & (value_bit(static_cast<std::size_t>(enough(same))) - 1)) == 0;
    case Reads::missed: return left == 1;
    default: return false;
  }
}

bool asks_soreness(const std::optional<Condition>& condition) {
  return condition && std::any_of(condition->atoms.begin(), condition->atoms.end(),
                                  [](const Atom& atom) { return is_soreness(atom.reads); });
}

}  // namespace

bool attests_work(const Atom& atom, SameAsLast same) {
  if (atom.negated)
    return atom.reads == Reads::missed && (!atom.window || attests_by_absence(atom)) && !atom.lifts;
  switch (atom.reads) {
    case Reads::all_sets_done:
    case Reads::all_top_of_range:
    case Reads::tested: return true;
    case Reads::versus_last: {
      const auto* value = std::get_if<Decimal>(&atom.low);
      return value != nullptr && *value >= Decimal::whole(static_cast<int>(enough(same)));
    }
    case Reads::reps_of_set:
    case Reads::total_reps:
    case Reads::extra_reps:
    case Reads::rir_of_set: return is_at_least(atom);
    default: return false;
  }
}

bool attests_work(const Condition& condition, SameAsLast same) {
  const auto says = [same](const Atom& atom) { return attests_work(atom, same); };
  const std::vector<Atom>& atoms = condition.atoms;
  return condition.any ? std::all_of(atoms.begin(), atoms.end(), says)
                       : std::any_of(atoms.begin(), atoms.end(), says);
}

bool attests_work(const ClauseTable& table, const Box& box, SameAsLast same) {
  for (std::size_t i = 0; i < box.size(); ++i)
    if (attests_work(table.variables[i], box[i], same)) return true;
  return false;
}

bool is_soreness(Reads reads) {
  return (reads >= Reads::soreness && reads <= Reads::soreness_lowers_confidence) ||
         is_recovery(reads);
}
bool is_soreness(const ClauseVariable& v) {
  return is_soreness(v.whole != nullptr ? v.whole->reads : v.reads);
}

bool reads_soreness(const RuleClause& clause) { return asks_soreness(clause.condition); }
bool reads_soreness(const Rule& rule) {
  return std::any_of(rule.clauses.begin(), rule.clauses.end(),
                     [](const RuleClause& clause) { return asks_soreness(clause.condition); });
}
bool reads_soreness(const Gate& gate) {
  return std::any_of(gate.clauses.begin(), gate.clauses.end(),
                     [](const GateClause& clause) { return asks_soreness(clause.condition); });
}

bool soreness_suffices(const ClauseTable& table, const RuleClause& clause, const Region& region) {
  const auto bounds_soreness = [&](const Box& box) {
    for (std::size_t i = 0; i < box.size(); ++i)
      if (is_soreness(table.variables[i]) && box[i] != table.variables[i].all()) return true;
    return false;
  };
  const auto attested = [&](const Box& box) {
    return attests_work(table, box, SameAsLast::attests);
  };
  if (std::all_of(region.begin(), region.end(), attested)) return false;
  return reads_soreness(clause) || std::all_of(region.begin(), region.end(), [&](const Box& box) {
           return attested(box) || bounds_soreness(box);
         });
}

}  // namespace meso
