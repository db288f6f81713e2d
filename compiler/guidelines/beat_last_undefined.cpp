// R16 / M116: a rule that raises what can't be missed: nothing says what is to be beaten.
#include <algorithm>
#include <set>
#include <string>
#include <variant>

#include "base/text.h"
#include "compiler/guidelines/guideline.h"
#include "compiler/verify/growth.h"

namespace meso::guidelines {
namespace {

bool has_no_least(const SetGroup& group) {
  return std::holds_alternative<MaxReps>(group.target) ||
         std::holds_alternative<ToFailure>(group.target);
}
bool is_open(const SetGroup& group) { return std::holds_alternative<OpenLoad>(group.load); }

// Sets that are done whatever is done: as many reps as possible, or any load that is found.
bool always_done(const Prescription& stage) {
  return !stage.groups.empty() &&
         std::all_of(stage.groups.begin(), stage.groups.end(),
                     [](const SetGroup& g) { return has_no_least(g) || is_open(g); });
}

// Holds on a line whose sets are always done.
bool holds_anyway(const Atom& atom) {
  switch (atom.reads) {
    case Reads::all_sets_done:
    case Reads::all_top_of_range: return !atom.negated;
    case Reads::missed: return atom.negated;
    default: return false;
  }
}
// Something that a result is held against. What asks nothing of the work isn't judged here.
bool compares(const Atom& atom) { return is_performance(atom.reads) && !holds_anyway(atom); }

// A clause for more work whose only ground is that the sets were done.
bool beats_nothing(const RuleClause& clause, const RuleCall& call) {
  if (!clause.condition) return false;
  const bool grows =
      std::any_of(clause.actions.begin(), clause.actions.end(), [&](const Action& action) {
        const auto* change = std::get_if<Change>(&action);
        return change != nullptr && is_growth(*change, &call);
      });
  const auto& atoms = clause.condition->atoms;
  const bool anyway = std::any_of(atoms.begin(), atoms.end(), holds_anyway);
  return grows && anyway &&
         (clause.condition->any || std::none_of(atoms.begin(), atoms.end(), compares));
}

void report(GuidelineCheck& check, const Line& line, const Prescription& stage,
            const RuleCall& call, const RuleClause& clause) {
  const Rule& rule = check.plan.rules[call.rule];
  const std::string sets = counted(planned_sets(stage), "set");
  const bool open = std::any_of(stage.groups.begin(), stage.groups.end(),
                                [](const SetGroup& g) { return !has_no_least(g); });
  Diagnostic& d = check.report(
      call.source, "rule `" + rule.name + "` makes " +
                       check.plan.exercises[line.options.front()].name +
                       " harder after every session: nothing says what is to be beaten");
  d.label(open ? sets + " with a load that is found on the day are done with any"
               : sets + " without a least number of reps are always done");
  d.also(check.span(clause.source), "so this always holds");
  d.note("better than last: no lower load with more reps, or an estimated max that is " +
         check.edition.better_percent.text() + " % higher");
  d.advise("hold it against the last time: when better than last then ...");
  d.advise(open ? "or let the rule carry the load: leave `open` out"
                : "or write the least: " + std::to_string(planned_sets(stage)) + "x5+");
}

void check_line(GuidelineCheck& check, const Line& line) {
  for (const RuleCall& call : line.rules)
    for (const Prescription& stage : line.stages) {
      if (!always_done(stage)) continue;
      const auto& clauses = check.plan.rules[call.rule].clauses;
      const auto at = std::find_if(clauses.begin(), clauses.end(), [&](const RuleClause& clause) {
        return beats_nothing(clause, call);
      });
      if (at == clauses.end()) continue;
      report(check, line, stage, call, *at);
      return;
    }
}

void run(GuidelineCheck& check) {
  std::set<std::uint32_t> seen;  // a line stands in the plan once for each week that differs
  for (const Block& block : check.plan.blocks)
    for (const Session& session : block.sessions)
      for (const Line& line : session.lines)
        if (!line.rules.empty() && seen.insert(line.rules.front().source.value).second)
          check_line(check, line);
}

}  // namespace

extern const Guideline beat_last_undefined;
const Guideline beat_last_undefined{
    .name = "beat-last-undefined",
    .code = "M116",
    .category = "overload",
    .severity = Severity::warning,
    .fixed = false,
    .evidence = Evidence::convention,
    .summary = "A rule that makes a lift harder says what was to be beaten",
    .why =
        "Come back when you can beat the last effort: that needs a last effort to hold the result "
        "against. `all sets done` does so where reps and load are written, for the rule wrote them "
        "a step above the last time. On sets for as many reps as possible, or with a load that is "
        "found on the day, it always holds, and the rule adds work whatever was done. `better "
        "than last`, a number of reps (`total reps >= 30`) or a least number (`3x5+`) defines it.",
    .sources =
        "The founding articles (S003-4, S003-30): come back only when the last effort can be "
        "beaten. The comparison (same lift, no lower load, more reps, or an estimated max at least "
        "1 % higher) is a convention of this project.",
    .critics =
        "Effort may rise without any number showing it. It can't be held against anything, so a "
        "rule that reads it raises the load of some who did less.",
    .editions = {},
    .bad = R"(plan "As many as there are"
  level intermediate
  guidelines 2026
  familiar chin up
  goal reps of chin up + 3 reps by end of "Base"
  track sleep, energy

rule add(step)
  when worse than last twice in a row and resets >= 1 then load x 90%, notify coach
  when worse than last twice in a row then load x 90%
  when all sets done then load + step

block "Base" 4 weeks if ready
  session "Pull"
    chin up 3xmax bodyweight @ RIR 2 add(2.5 kg)
)",
    .good = R"(plan "More than last time"
  level intermediate
  guidelines 2026
  familiar chin up
  goal reps of chin up + 3 reps by end of "Base"
  track sleep, energy

rule add(step)
  when worse than last twice in a row and resets >= 1 then load x 90%, notify coach
  when worse than last twice in a row then load x 90%
  when better than last then load + step

block "Base" 4 weeks if ready
  session "Pull"
    chin up 3xmax bodyweight @ RIR 2 add(2.5 kg)
)",
    .check = run,
};

}  // namespace meso::guidelines
