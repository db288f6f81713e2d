// R07 / M107: a gate that leaves a check-in without a verdict, has a clause that nothing reaches,
// or trains an athlete of whom nothing is known.
#include <string>

#include "base/text.h"
#include "compiler/guidelines/guideline.h"

namespace meso::guidelines {
namespace {

void check_covered(GuidelineCheck& check, const Gate& gate, const ClauseTable& table) {
  if (table.uncovered.empty()) return;
  check.report(gate.source, "gate `" + gate.name + "` has no answer to some check-ins")
      .label("what if: " + describe_check_in(check.plan, table, table.uncovered.front()) + "?")
      .advise("end it with what needs no readiness: recover otherwise");
}

void check_reachable(GuidelineCheck& check, const Gate& gate, const ClauseTable& table) {
  for (std::size_t c = 0; c < gate.clauses.size(); ++c) {
    if (!table.clauses[c].empty()) continue;
    Diagnostic& d = check.report(gate.clauses[c].source,
                                 "no check-in reaches this clause of gate `" + gate.name + "`");
    d.label("the clauses above decide every check-in that it could")
        .advise("delete it, or move it up: the first clause that holds decides");
  }
}

void check_otherwise(GuidelineCheck& check, const Gate& gate) {
  for (const GateClause& clause : gate.clauses)
    if (!clause.condition && releases(clause.verdict))
      check.report(clause.source, "`otherwise` trains whatever the check-in says")
          .label("also when nothing was answered")
          .advise("say what has to hold: train when soreness <= 2 and energy >= 3")
          .advise("and end with: recover otherwise");
}

void check_unanswered(GuidelineCheck& check, const Gate& gate, const ClauseTable& table) {
  for (std::size_t c = 0; c < gate.clauses.size(); ++c) {
    const GateClause& clause = gate.clauses[c];
    if (!clause.condition || !releases(clause.verdict) || !takes_unanswered(table, c)) continue;
    check.report(clause.source, "this clause trains an athlete who answered nothing")
        .label("holds for a check-in without answers")
        .advise("make it ask for something: train when soreness <= 2 and energy >= 3");
  }
}

void run(GuidelineCheck& check) {
  for (std::size_t g = 0; g < check.plan.gates.size(); ++g) {
    const Gate& gate = check.plan.gates[check.plan.gates.id_of(g)];
    const ClauseTable& table = check.facts.gates[g];
    if (gate.clauses.empty()) continue;
    if (!table.complete) {
      check
          .report(Severity::warning, gate.source,
                  "gate `" + gate.name + "` is too intricate to be checked")
          .advise("use fewer signals in it, or split it into two gates");
      continue;
    }
    check_covered(check, gate, table);
    check_reachable(check, gate, table);
    check_otherwise(check, gate);
    check_unanswered(check, gate, table);
  }
}

}  // namespace

extern const Guideline gate_without_fallback;
const Guideline gate_without_fallback{
    .name = "gate-without-fallback",
    .code = "M107",
    .category = "recovery",
    .severity = Severity::error,
    .fixed = false,
    .evidence = Evidence::convention,
    .summary =
        "Every check-in gets a verdict, every clause can be reached, and silence never trains",
    .why =
        "\"If ready: squats\" doesn't say what happens otherwise, so something unwritten will. "
        "A gate is read from the top and the first clause that holds decides; a question that "
        "wasn't answered makes its comparison false, and the comparison's `not` too. So a gate "
        "ends in a verdict that needs no readiness: recover.",
    .sources =
        "The founding articles (S003-14, S003-26, S003-27): not ready means another group, then "
        "active recovery, then rest. Found by subtracting the clauses' check-ins from all "
        "check-ins: exact.",
    .critics = "",
    .editions = {},
    .bad = R"(plan "If ready"
  level intermediate
  guidelines 2026
  familiar back squat
  goal e1RM of back squat + 5% by end of "Base"
  track sleep, energy

gate fresh
  refer when soreness >= 3 for 7 days
  train when soreness <= 2 and energy >= 3

rule add(step)
  when all sets done then load + step
  when missed twice in a row then load x 90%

block "Base" 4 weeks
  session "Legs" if fresh
    back squat 3x5 @ RIR 2 add(2.5%)
)",
    .good = R"(plan "If ready, else rest"
  level intermediate
  guidelines 2026
  familiar back squat
  goal e1RM of back squat + 5% by end of "Base"
  track sleep, energy

gate fresh
  refer when soreness >= 3 for 7 days
  train when soreness <= 2 and energy >= 3
  recover otherwise

rule add(step)
  when all sets done then load + step
  when missed twice in a row then load x 90%

block "Base" 4 weeks
  session "Legs" if fresh
    back squat 3x5 @ RIR 2 add(2.5%)
)",
    .check = run,
};

}  // namespace meso::guidelines
