// R27 / M127: soreness, or its absence, as the reason to do more. Fixed.
#include <algorithm>
#include <string>

#include "base/text.h"
#include "compiler/guidelines/growth.h"
#include "compiler/guidelines/guideline.h"

namespace meso::guidelines {
namespace {

bool is_soreness(Reads reads) {
  return (reads >= Reads::soreness && reads <= Reads::soreness_lowers_confidence) || is_recovery(reads);
}

// Does the atom say that the athlete met the target or better? Worse than last doesn't.
bool attests_performance(const Atom& atom) {
  switch (atom.reads) {
    case Reads::all_sets_done:
    case Reads::all_top_of_range:
    case Reads::tested: return !atom.negated;
    case Reads::missed: return atom.negated;
    case Reads::versus_last: {
      const auto* value = std::get_if<Decimal>(&atom.low);
      return value != nullptr && (*value > Decimal::whole(static_cast<int>(VersusLast::worse))) != atom.negated;
    }
    case Reads::reps_of_set:
    case Reads::total_reps:
    case Reads::extra_reps: return !atom.negated && atom.compare != Compare::less && atom.compare != Compare::at_most;
    case Reads::rir_of_set: return !atom.negated && atom.compare != Compare::less && atom.compare != Compare::at_most;
    default: return false;
  }
}

template <class F>
bool any_atom(const RuleClause& clause, F f) {
  return clause.condition && std::any_of(clause.condition->atoms.begin(), clause.condition->atoms.end(), f);
}
// With `or`, each atom alone is sufficient.
bool attested(const RuleClause& clause) {
  if (!clause.condition) return false;
  const std::vector<Atom>& atoms = clause.condition->atoms;
  return clause.condition->any ? std::all_of(atoms.begin(), atoms.end(), attests_performance)
                               : std::any_of(atoms.begin(), atoms.end(), attests_performance);
}

// How much a clause adds, as a number that only compares clauses of one rule. Parameters are taken
// as one unit: the same parameter adds the same in each clause.
double growth_of(const RuleClause& clause) {
  double total = 0;
  for (const Action& action : clause.actions) {
    const auto* change = std::get_if<Change>(&action);
    if (change == nullptr) continue;
    const auto* q = std::get_if<Quantity>(&change->value);
    const double amount = q == nullptr ? 1 : q->high.to_double();
    if (is_growth(*change)) total += change->how == Change::How::times ? amount / 100 - 1 : amount;
  }
  return total;
}

// The end of a variable's values at which the athlete is sorer is the upper one for all of them:
// reports, lateness of recovery, functional answers, soreness that lasts.
bool is_soreness(const ClauseVariable& v) {
  if (v.whole != nullptr && is_recovery(v.whole->reads))
    return v.whole->reads == Reads::still_sore || v.whole->reads == Reads::sore_at_start;
  return is_soreness(v.reads);
}

std::uint64_t highest_bit(std::uint64_t mask) {
  std::uint64_t top = 1;
  while (mask >>= 1) top <<= 1;
  return top;
}
std::uint64_t lowest_bit(std::uint64_t mask) { return mask & (~mask + 1); }

// Is there one situation in `sorer` and one in `fresher` that differ in soreness alone, the first
// being the sorer?
bool only_sorer(const ClauseTable& table, const Box& sorer, const Box& fresher) {
  bool strictly = false;
  for (std::size_t i = 0; i < table.variables.size(); ++i) {
    const ClauseVariable& v = table.variables[i];
    if (!is_soreness(v)) {
      if ((sorer[i] & fresher[i]) == 0) return false;
      continue;
    }
    const std::uint64_t high = sorer[i] & ~v.unknown(), low = fresher[i] & ~v.unknown();
    if (high == 0 || low == 0) return false;
    if (highest_bit(high) < lowest_bit(low)) return false;
    strictly = strictly || highest_bit(high) > lowest_bit(low);
  }
  return strictly;
}

bool only_sorer(const ClauseTable& table, const Region& sorer, const Region& fresher) {
  for (const Box& a : sorer)
    for (const Box& b : fresher)
      if (only_sorer(table, a, b)) return true;
  return false;
}

constexpr std::string_view kMend = "do more because the work was done: when all sets done and recovered in time then sets + 1";

// (a) More soreness must never lead to more work.
bool check_antitone(GuidelineCheck& check, const Rule& rule, const ClauseTable& table, std::size_t clause) {
  const double grows = growth_of(rule.clauses[clause]);
  for (std::size_t other = 0; other <= rule.clauses.size(); ++other) {
    const bool none = other == rule.clauses.size();  // no clause holds: nothing changes
    if (other == clause || (!none && growth_of(rule.clauses[other]) >= grows)) continue;
    const Region& fresher = none ? table.uncovered : table.clauses[other];
    if (!only_sorer(table, table.clauses[clause], fresher)) continue;
    Diagnostic& d = check.report(rule.clauses[clause].source, "the sorer athlete gets more work by rule `" + rule.name + "`");
    d.label("reached by being sorer");
    if (!none) d.also(check.span(rule.clauses[other].source), "a fresher athlete with the same results gets this");
    else d.note("a fresher athlete with the same results gets nothing more");
    d.advise(std::string(kMend));
    return true;
  }
  return false;
}

// (b) Not being sore is no reason by itself.
void check_sufficient(GuidelineCheck& check, const Rule& rule, const RuleClause& clause) {
  if (!any_atom(clause, [](const Atom& a) { return is_soreness(a.reads); }) || attested(clause)) return;
  check.report(clause.source, "not being sore is the only reason for more work in rule `" + rule.name + "`")
      .label("nothing here says that the last work was done")
      .advise(std::string(kMend));
}

bool mentions_soreness(const Rule& rule) {
  return std::any_of(rule.clauses.begin(), rule.clauses.end(), [](const RuleClause& clause) {
    return any_atom(clause, [](const Atom& a) { return is_soreness(a.reads); });
  });
}

void run(GuidelineCheck& check) {
  for (const Rule& rule : check.plan.rules) {
    if (!mentions_soreness(rule)) continue;
    const ClauseTable table = rule_table(check.plan, rule, check.edition);
    for (std::size_t c = 0; c < rule.clauses.size(); ++c) {
      if (!has_growth(rule.clauses[c])) continue;
      if (table.complete && check_antitone(check, rule, table, c)) continue;
      check_sufficient(check, rule, rule.clauses[c]);
    }
  }
}

}  // namespace

extern const Guideline soreness_drives_overload;
const Guideline soreness_drives_overload{
    .name = "soreness-drives-overload",
    .code = "M127",
    .category = "measurement",
    .severity = Severity::error,
    .fixed = true,
    .evidence = Evidence::strong,
    .summary = "Neither soreness nor its absence is the reason to do more",
    .why = "\"Not sore, so add two sets\" reads the absence of soreness as a lack of effort; \"sore, so it works\" reads "
           "its presence as success. Both follow novelty, not progress. Each clause of a rule that adds load, reps or "
           "sets is held against the others: making the athlete sorer, with the same results, must never lead to more "
           "work; and a clause that adds work because someone recovered must also ask that the last work was done. "
           "This can't be allowed away.",
    .sources = "The founding articles (S000-2, S001-22, S004-20): not sore doesn't mean not trained. Repeated-bout effect: "
               "Doma 2023 (meta-analysis): the same work makes less sore the second time.",
    .critics = "A well-known set-progression matrix rewards absence of soreness in one cell (never sore and worse than "
               "last time: one set more). That cell is what this finds; with it set to hold, the matrix passes.",
    .editions = {},
    .bad = R"(plan "Not sore, so more"
  level intermediate
  guidelines 2026
  familiar back squat
  goal e1RM of back squat + 5% by end of "Base"

rule more()
  when never sore then sets + 2, up to 5
  when missed twice in a row then load x 90%

block "Base" 4 weeks if ready
  session "Legs"
    back squat 3x5 @ RIR 2 more()
)",
    .good = R"(plan "Done and recovered, so more"
  level intermediate
  guidelines 2026
  familiar back squat
  goal e1RM of back squat + 5% by end of "Base"

rule more()
  when all sets done and recovered in time then sets + 1, up to 5
  when missed twice in a row then load x 90%

block "Base" 4 weeks if ready
  session "Legs"
    back squat 3x5 @ RIR 2 more()
)",
    .check = run,
};

}  // namespace meso::guidelines
