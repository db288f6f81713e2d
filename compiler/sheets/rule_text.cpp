// Rules in words: the row says what a success brings, with its numbers; the week's list has each
// rule in full, in the order in which it is read. A rule of one row only stands in that row.
#include <algorithm>
#include <map>

#include "base/text.h"
#include "compiler/sheets/card.h"

namespace meso {
namespace {

// One call of a rule on one row.
struct Use {
  ExerciseRow* row = nullptr;
  const RuleCall* call = nullptr;
  const Prescription* prescription = nullptr;
};

bool only_holds(const RuleClause& clause) {
  return !clause.condition && clause.actions.size() == 1 &&
         std::holds_alternative<Hold>(clause.actions.front());
}

bool is_back_to_bottom(const Action& action) {
  const auto* change = std::get_if<Change>(&action);
  return change != nullptr && change->what == Changes::reps && change->how == Change::How::set_to &&
         std::holds_alternative<BottomOfRange>(change->value);
}

// After a rise the reps start at the bottom of the range: said once a week, not in every row.
bool drop_back_to_bottom(RuleClause& clause) {
  if (clause.actions.size() < 2) return false;
  return std::erase_if(clause.actions, is_back_to_bottom) > 0;
}

// What a success brings: more load or a higher reference.
bool is_rise(const RuleClause& clause) {
  return std::any_of(clause.actions.begin(), clause.actions.end(), [](const Action& action) {
    const auto* change = std::get_if<Change>(&action);
    return change != nullptr && change->how == Change::How::add &&
           (change->what == Changes::load || change->what == Changes::reference);
  });
}

// Whether the clause is tried at the end of something, not after an exposure.
bool has_event(const RuleClause& clause) {
  if (!clause.condition) return false;
  const auto& atoms = clause.condition->atoms;
  return std::any_of(atoms.begin(), atoms.end(),
                     [](const Atom& atom) { return atom.reads >= Reads::week_ends; });
}

// A deload or a test is no exposure: nothing that a lift does in it counts.
bool counts(WeekKind kind) { return kind != WeekKind::deload && kind != WeekKind::test; }

// A last `otherwise hold` says nothing that the sheet doesn't say for every exercise.
std::vector<RuleClause> shown_clauses(const Rule& rule, WeekKind kind) {
  std::vector<RuleClause> out;
  for (const auto& clause : rule.clauses) {
    if (only_holds(clause) || (!counts(kind) && !has_event(clause))) continue;
    out.push_back(clause);
    drop_back_to_bottom(out.back());
  }
  return out;
}

bool starts_again(const Rule& rule) {
  return std::any_of(rule.clauses.begin(), rule.clauses.end(),
                     [](RuleClause clause) { return drop_back_to_bottom(clause); });
}

const Prescription* shown(const NominalLine& nominal) {
  const auto& stages = nominal.line->stages;
  if (stages.empty()) return nullptr;
  return &stages[std::min<std::size_t>(nominal.stage, stages.size() - 1)];
}

using Uses = std::map<RuleId, std::vector<Use>>;

Uses collect(const std::vector<const NominalSession*>& sessions, WeekSheet& week) {
  Uses uses;
  for (std::size_t c = 0; c < sessions.size(); ++c)
    for (std::size_t l = 0; l < sessions[c]->lines.size(); ++l) {
      const NominalLine& nominal = sessions[c]->lines[l];
      for (const auto& call : nominal.line->rules)
        uses[call.rule].push_back({&week.cards[c].rows[l], &call, shown(nominal)});
    }
  return uses;
}

words::Clause row_words(const Plan& plan, const Rule& rule, const RuleClause& clause,
                        const Use& use, bool with_range) {
  return words::rule_clause({&plan, &rule, use.call, with_range ? use.prescription : nullptr},
                            clause);
}

bool same_words(const Plan& plan, const Rule& rule, const RuleClause& clause,
                const std::vector<Use>& uses, bool with_range) {
  const auto first = row_words(plan, rule, clause, uses.front(), with_range);
  return std::all_of(uses.begin(), uses.end(), [&](const Use& use) {
    return row_words(plan, rule, clause, use, with_range) == first;
  });
}

// How one clause is told when several rows share its rule.
struct Telling {
  words::Clause shared;  // in the week's list: with names where the rows' numbers differ
  bool in_row = false;   // and in each row with its own numbers
};

Telling tell(const Plan& plan, const Rule& rule, const RuleClause& clause,
             const std::vector<Use>& uses) {
  if (!same_words(plan, rule, clause, uses, false))
    return {words::rule_clause({&plan, &rule, nullptr, nullptr}, clause), true};
  return {row_words(plan, rule, clause, uses.front(), false),
          is_rise(clause) && !same_words(plan, rule, clause, uses, true)};
}

using Clauses = std::vector<RuleClause>;

void word_lone_rule(const Plan& plan, const Rule& rule, const Clauses& clauses, const Use& use) {
  RowRule& out = use.row->rules.emplace_back();
  for (const auto& clause : clauses)
    out.clauses.push_back(row_words(plan, rule, clause, use, true));
}

void word_rule(const Plan& plan, const Rule& rule, const Clauses& clauses,
               const std::vector<Use>& uses, WeekSheet& week) {
  if (clauses.empty()) return;
  if (uses.size() == 1) return word_lone_rule(plan, rule, clauses, uses.front());
  RuleText text{rule.name, {}};
  for (const auto& use : uses) use.row->rules.push_back({rule.name, {}});
  for (const auto& clause : clauses) {
    const Telling telling = tell(plan, rule, clause, uses);
    text.clauses.push_back(telling.shared);
    if (!telling.in_row) continue;
    for (const auto& use : uses)
      use.row->rules.back().clauses.push_back(row_words(plan, rule, clause, use, true));
  }
  week.rules.push_back(std::move(text));
}

void word_follow(const Plan& plan, const RuleCall& call, WeekKind kind, std::string name,
                 WeekSheet& week) {
  const Rule& rule = plan.rules[call.rule];
  RuleText text{std::move(name), {}};
  for (const auto& clause : shown_clauses(rule, kind))
    text.clauses.push_back(words::rule_clause({&plan, &rule, &call, nullptr}, clause));
  if (!text.clauses.empty()) week.rules.push_back(std::move(text));
}

// What holds for every rule of the week.
void word_common(const Plan& plan, const Uses& uses, WeekKind kind, WeekSheet& week) {
  if (!counts(kind)) {
    week.rules.push_back({"every lift",
                          {{"in a " + std::string(text(kind)) + " week",
                            "nothing counts, neither as a success nor as a miss"}}});
    return;
  }
  const bool again = std::any_of(uses.begin(), uses.end(), [&](const auto& entry) {
    return starts_again(plan.rules[entry.first]);
  });
  if (again)
    week.rules.push_back(
        {"every rule", {{"after a rise in load", "reps from the bottom of the range"}}});
}

// "stage 1" -> "5 x 5": whoever was moved on by a rule finds the sets here.
std::vector<words::Clause> stage_words(const Line& line) {
  std::vector<words::Clause> out;
  for (std::size_t i = 0; i < line.stages.size(); ++i)
    out.push_back({"stage " + std::to_string(i + 1), words::prescription(line.stages[i])});
  return out;
}

// Lines of equal stages are told together.
void word_stages(const Plan& plan, const std::vector<const NominalSession*>& sessions,
                 WeekSheet& week) {
  std::vector<std::pair<std::vector<words::Clause>, std::vector<std::string>>> known;
  for (const NominalSession* session : sessions)
    for (const NominalLine& nominal : session->lines) {
      if (nominal.line->stages.size() < 2) continue;
      const auto stages = stage_words(*nominal.line);
      const std::string name = words::exercise(plan, *nominal.line);
      auto at = std::find_if(known.begin(), known.end(),
                             [&](const auto& entry) { return entry.first == stages; });
      if (at == known.end()) at = known.insert(known.end(), {stages, {}});
      if (std::find(at->second.begin(), at->second.end(), name) == at->second.end())
        at->second.push_back(name);
    }
  for (const auto& [stages, names] : known) week.rules.push_back({join_and(names), stages});
}

}  // namespace

void word_rules(const SheetRequest& request, const std::vector<const NominalSession*>& sessions,
                WeekSheet& week) {
  if (sessions.empty()) return;
  const Plan& plan = request.plan;
  const WeekKind kind = sessions.front()->kind;
  const Uses uses = collect(sessions, week);
  for (const auto& [id, rule_uses] : uses)
    word_rule(plan, plan.rules[id], shown_clauses(plan.rules[id], kind), rule_uses, week);
  word_stages(plan, sessions, week);
  word_common(plan, uses, kind, week);
  for (const auto& call : plan.blocks[sessions.front()->block].follows)
    word_follow(plan, call, kind, "whole block", week);
  for (const auto& call : plan.follows) word_follow(plan, call, kind, "whole plan", week);
}

}  // namespace meso
