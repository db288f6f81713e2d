// R39 / M139: a clause that answers sharp pain with training, or with more of it.
#include <algorithm>
#include <string>

#include "base/text.h"
#include "compiler/guidelines/guideline.h"
#include "compiler/verify/growth.h"

namespace meso::guidelines {
namespace {

// Does the comparison hold of sharp pain: `pain is sharp`, `not pain is none`?
bool holds_of_sharp(const Atom& atom) {
  if (atom.reads != Reads::pain) return false;
  const auto* value = std::get_if<Decimal>(&atom.low);
  if (value == nullptr) return false;
  const bool is_sharp = *value == Decimal::whole(static_cast<int>(Pain::sharp));
  return is_sharp != atom.negated;
}

// Of several comparisons joined by `and`, all that read pain have to hold of it.
bool asks_for_sharp(const Condition& condition) {
  bool some = false;
  for (const Atom& atom : condition.atoms) {
    if (atom.reads != Reads::pain) continue;
    if (!holds_of_sharp(atom) && !condition.any) return false;
    some = some || holds_of_sharp(atom);
  }
  return some;
}

// Whether such a check-in gets past the clauses above.
bool is_reached(const ClauseTable& table, std::size_t clause) {
  if (!table.complete) return true;
  const auto admits = [&](const Box& box) {
    for (std::size_t v = 0; v < table.variables.size(); ++v) {
      const ClauseVariable& variable = table.variables[v];
      if (variable.reads != Reads::pain || variable.lasting || variable.whole != nullptr) continue;
      for (std::size_t n = 0; n < variable.values.size(); ++n)
        if (variable.values[n] == static_cast<int>(Pain::sharp) && (box[v] & value_bit(n)) != 0)
          return true;
    }
    return false;
  };
  return std::any_of(table.clauses[clause].begin(), table.clauses[clause].end(), admits);
}

void check_gate(GuidelineCheck& check, const Gate& gate, const ClauseTable& table) {
  for (std::size_t c = 0; c < gate.clauses.size(); ++c) {
    const GateClause& clause = gate.clauses[c];
    if (!clause.condition || !releases(clause.verdict) || !asks_for_sharp(*clause.condition) ||
        !is_reached(table, c))
      continue;
    check
        .report(clause.source, "clause " + std::to_string(c + 1) + " of gate `" + gate.name +
                                   "` trains on sharp pain")
        .label("holds with sharp pain")
        .advise("let a professional look at it first: refer when pain is sharp");
  }
}

void check_rule(GuidelineCheck& check, const Rule& rule) {
  for (std::size_t c = 0; c < rule.clauses.size(); ++c) {
    const RuleClause& clause = rule.clauses[c];
    if (!clause.condition || !asks_for_sharp(*clause.condition) || !has_growth(clause)) continue;
    check
        .report(clause.source, "clause " + std::to_string(c + 1) + " of rule `" + rule.name +
                                   "` makes training harder on sharp pain")
        .label("holds with sharp pain")
        .advise("let it refer the athlete: when pain is sharp then refer");
  }
}

void run(GuidelineCheck& check) {
  for (std::size_t g = 0; g < check.plan.gates.size(); ++g)
    check_gate(check, check.plan.gates[check.plan.gates.id_of(g)], check.facts.gates[g]);
  for (const Rule& rule : check.plan.rules) check_rule(check, rule);
}

}  // namespace

extern const Guideline red_flag_stop_missing;
const Guideline red_flag_stop_missing{
    .name = "red-flag-stop-missing",
    .code = "M139",
    .category = "safety",
    .severity = Severity::error,
    .fixed = true,
    .evidence = Evidence::strong,
    .summary = "No clause answers sharp pain with training",
    .why =
        "The stop list (docs/safety.md) stands above every gate: no plan can say anything about "
        "a red flag, so none can train on one, and after it nothing is trained until a named "
        "person clears it. That holds by how Meso is made, and is tested there. The one sign of "
        "that kind which a plan's own clauses read is sharp pain, and a clause that asks for it "
        "may only hold back or refer.",
    .sources =
        "The founding articles (S001-35 to S001-40): some signs end the session, not the set. "
        "Found by what the gate's clauses let through: exact.",
    .critics = "",
    .editions = {},
    .bad = R"(plan "Through the pain"
  level intermediate
  guidelines 2026
  familiar back squat
  goal e1RM of back squat + 5% by end of "Base"
  track sleep, energy

gate own
  refer when soreness >= 3 for 7 days
  recover when soreness >= 3 for 5 days
  lighten load x 90% when pain is sharp and soreness <= 2 and energy >= 3 and strength restored
  train when soreness <= 2 and energy >= 3 and strength restored
  recover otherwise

rule add(step)
  when all sets done then load + step
  when missed twice in a row and resets >= 2 then load x 90%, notify coach
  when missed twice in a row then load x 90%

block "Base" 4 weeks if own
  session "Legs"
    back squat 3x5 @ RIR 2 add(2.5%)
)",
    .good = R"(plan "Not through the pain"
  level intermediate
  guidelines 2026
  familiar back squat
  goal e1RM of back squat + 5% by end of "Base"
  track sleep, energy

gate own
  refer when pain is sharp or soreness >= 3 for 7 days
  recover when soreness >= 3 for 5 days
  train when soreness <= 2 and energy >= 3 and strength restored
  recover otherwise

rule add(step)
  when all sets done then load + step
  when missed twice in a row and resets >= 2 then load x 90%, notify coach
  when missed twice in a row then load x 90%

block "Base" 4 weeks if own
  session "Legs"
    back squat 3x5 @ RIR 2 add(2.5%)
)",
    .check = run,
};

}  // namespace meso::guidelines
