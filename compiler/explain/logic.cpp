// Gates, rules and returns.
#include <algorithm>
#include <array>

#include "base/text.h"
#include "compiler/explain/line_context.h"
#include "compiler/syntax/line_kinds.h"
#include "runtime/words.h"
#include "runtime/words_line.h"
#include "runtime/words_plan.h"

namespace meso {
namespace {

std::string numbered(std::vector<std::string> clauses) {
  for (std::size_t i = 0; i < clauses.size(); ++i)
    clauses[i] = std::to_string(i + 1) + ". " + clauses[i];
  return join(clauses, "; ");
}

std::vector<std::string> sentences(const LineContext& c, const Gate& gate) {
  words::Context context;
  context.plan = &c.plan;
  std::vector<std::string> out;
  for (const GateClause& clause : gate.clauses)
    out.push_back(words::sentence(words::gate_clause(context, clause)));
  return out;
}

std::vector<std::string> sentences(const LineContext& c, const Rule& rule, const RuleCall* call) {
  std::vector<std::string> out;
  for (const RuleClause& clause : rule.clauses)
    out.push_back(words::sentence(words::rule_clause({&c.plan, &rule, call, nullptr}, clause)));
  return out;
}

std::vector<std::string> gated_sessions(const Plan& plan, const Gate& gate) {
  std::vector<std::string> out;
  for (const Block& block : plan.blocks)
    for (const Session& session : block.sessions)
      if (session.gate && plan.gates[*session.gate].name == gate.name)
        add_once(out, quoted(session.name));
  return out;
}

std::vector<std::string> calling_lines(const Plan& plan, const Rule& rule) {
  std::vector<std::string> out;
  const auto calls = [&](const std::vector<RuleCall>& all) {
    return std::any_of(all.begin(), all.end(), [&](const RuleCall& call) {
      return plan.rules[call.rule].name == rule.name;
    });
  };
  if (calls(plan.follows)) out.emplace_back("the whole plan");
  for (const Block& block : plan.blocks) {
    if (calls(block.follows)) add_once(out, "block " + quoted(block.name));
    for (const Session& session : block.sessions)
      for (const Line& line : session.lines)
        if (calls(line.rules)) add_once(out, words::exercise(plan, line));
  }
  return out;
}

// The clauses above the one on this line, in words.
std::string order_text(const LineContext& c, std::string_view whose) {
  const auto [number, count] = c.place();
  std::string out = "Clause " + std::to_string(number) + " of " + std::to_string(count) + " of " +
                    std::string(whose);
  if (number == 1) return out + ": it is tried first.";
  return out + ": it is tried where " +
         (number == 2 ? "the clause above it doesn't hold."
                      : "none of the " + std::to_string(number - 1) + " above it holds.");
}

// "`swap` sends the athlete to ...": the words of the keyword table.
std::string verdict_meaning(const LineContext& c) {
  const auto tokens = c.tree.tokens_of(c.statement());
  if (tokens.empty()) return {};
  const auto words = keyword(c.text.substr(tokens[0].begin, tokens[0].end - tokens[0].begin));
  if (words.empty()) return {};
  return "`" + std::string(words.front().word) + "` " + std::string(words.front().meaning) + ".";
}

struct Gloss {
  Reads reads;
  std::string_view text;
};
// What the results that rules ask for mean.
constexpr std::array kGlosses = std::to_array<Gloss>({
    {Reads::all_sets_done, "all sets done: each made at least its least reps at its load"},
    {Reads::missed, "missed: a set made fewer than its least reps, or not at its load"},
    {Reads::all_top_of_range, "top of range: every set made its most reps at its load"},
    {Reads::versus_last,
     "against last time: better is no lower load with more reps, or an e1RM 1 % higher; worse is 1 "
     "% "
     "lower; much better is 3 % higher"},
    {Reads::resets, "resets: reductions of the load since the stage began"},
    {Reads::exposures, "exposures: sessions done at `train`, outside deload and test weeks"},
    {Reads::recovered_in_time,
     "recovered in time: on the first day the session was due, its gate "
     "said `train`"},
    {Reads::sore_at_start, "sore at start: soreness was reported before the session"},
});

std::string soreness_default(const Atom& atom) {
  if (atom.reads != Reads::soreness || atom.group || atom.anywhere) return {};
  return "soreness: of the worst group that the session trains";
}

std::string probe_meaning(const LineContext& c, const Atom& atom) {
  if (atom.reads != Reads::strength_restored) return {};
  return "strength as usual: today's warm-up or first set gives at least " +
         c.edition.strength_restored.text() + " % of the median of the last " +
         std::to_string(c.edition.strength_history) +
         " times; without a history, or with more than " + c.edition.most_left_told.text() +
         " reps left, " + std::to_string(c.edition.strength_no_history_hours) +
         " h since the groups were trained";
}

std::string functional_meaning(const LineContext& c, const Atom& atom) {
  if (!is_functional(atom.reads)) return {};
  return "hampered: asked from a soreness of " + std::to_string(c.edition.functional_from) +
         " up; below, it counts as no";
}

std::string gloss(const Atom& atom) {
  for (const Gloss& known : kGlosses)
    if (known.reads == atom.reads) return std::string(known.text);
  return {};
}

void add_once_said(std::vector<std::string>& list, std::string text) {
  if (!text.empty()) add_once(list, std::move(text));
}

bool adds_sets_unbounded(const Action& action) {
  const auto* change = std::get_if<Change>(&action);
  return change != nullptr && change->what == Changes::sets && change->how == Change::How::add &&
         !change->at_most;
}

bool inserts_unbounded(const Action& action) {
  const auto* insert = std::get_if<InsertBlock>(&action);
  return insert != nullptr && !insert->at_most;
}

void add_clause_bounds(const LineContext& c, const RuleClause& clause, Explanation& out) {
  if (std::any_of(clause.actions.begin(), clause.actions.end(), adds_sets_unbounded))
    add_once(out.defaults, "most sets: " + std::to_string(c.edition.sets_above_start) +
                               " above the start; write `sets + 1, up to N` for another bound");
  if (std::any_of(clause.actions.begin(), clause.actions.end(), inserts_unbounded))
    add_once(out.defaults, "inserted blocks: at most " + std::to_string(c.edition.inserts_per_run) +
                               " a run of the block");
}

bool at_event(const Condition& condition) {
  return std::any_of(condition.atoms.begin(), condition.atoms.end(),
                     [](const Atom& atom) { return atom.reads >= Reads::week_ends; });
}

const GateClause* clause_here(const LineContext& c, const Gate& gate) {
  for (const GateClause& clause : gate.clauses)
    if (c.is_here(clause.source)) return &clause;
  return nullptr;
}
const RuleClause* clause_here(const LineContext& c, const Rule& rule) {
  for (const RuleClause& clause : rule.clauses)
    if (c.is_here(clause.source)) return &clause;
  return nullptr;
}

}  // namespace

void add_condition_defaults(const LineContext& c, const Condition& condition, Explanation& out) {
  for (const Atom& atom : condition.atoms) {
    add_once_said(out.defaults, soreness_default(atom));
    add_once_said(out.meanings, functional_meaning(c, atom));
    add_once_said(out.meanings, probe_meaning(c, atom));
    add_once_said(out.meanings, gloss(atom));
  }
}

void add_bounds(const LineContext& c, const Rule& rule, Explanation& out) {
  for (const RuleClause& clause : rule.clauses) add_clause_bounds(c, clause, out);
}

void explain_gate(const LineContext& c, Explanation& out) {
  const Gate* gate = c.gate();
  if (gate == nullptr) return;
  out.sentences.push_back("Asked before a session that says `if " + gate->name +
                          "`. Read from the top; the first clause that holds decides: " +
                          numbered(sentences(c, *gate)) + ".");
  const auto used = gated_sessions(c.plan, *gate);
  out.sentences.push_back(used.empty() ? "No session asks it."
                                       : "It decides for " + join_and(used) + ".");
  out.defaults.push_back("a question that isn't answered makes its clause false");
}

void explain_gate_clause(const LineContext& c, Explanation& out) {
  const Gate* gate = c.gate();
  const GateClause* clause = gate != nullptr ? clause_here(c, *gate) : nullptr;
  if (clause == nullptr) return;
  words::Context context;
  context.plan = &c.plan;
  std::string sentence = words::sentence(words::gate_clause(context, *clause));
  out.sentences.push_back(upper_first(sentence) + ".");
  out.sentences.push_back(order_text(c, "gate `" + gate->name + "`") + " " + verdict_meaning(c));
  if (clause->condition) add_condition_defaults(c, *clause->condition, out);
}

void explain_rule(const LineContext& c, Explanation& out) {
  const Rule* rule = c.rule();
  if (rule == nullptr) return;
  out.sentences.push_back(
      "After a session the first clause that holds acts, and where none does, nothing changes: " +
      numbered(sentences(c, *rule, nullptr)) + ".");
  const auto used = calling_lines(c.plan, *rule);
  out.sentences.push_back(used.empty() ? "Nothing calls it." : "Called by " + join_and(used) + ".");
  if (!rule->parameters.empty())
    out.sentences.push_back("A call fills in " + join_and(rule->parameters) +
                            (rule->parameters.size() > 1 ? ", in this order." : "."));
  add_bounds(c, *rule, out);
}

void explain_rule_clause(const LineContext& c, Explanation& out) {
  const Rule* rule = c.rule();
  const RuleClause* clause = rule != nullptr ? clause_here(c, *rule) : nullptr;
  if (clause == nullptr) return;
  const auto words = words::rule_clause({&c.plan, rule, nullptr, nullptr}, *clause);
  out.sentences.push_back(upper_first(words::sentence(words)) + ".");
  const bool event = clause->condition && at_event(*clause->condition);
  out.sentences.push_back(order_text(c, "rule `" + rule->name + "`") +
                          (event
                               ? " It is asked only when that moment comes."
                               : " It is asked after each time the lift was trained as written; a "
                                 "lightened session, a deload and a test don't count."));
  if (clause->condition) add_condition_defaults(c, *clause->condition, out);
  add_clause_bounds(c, *clause, out);
}

void explain_follow(const LineContext& c, Explanation& out) {
  const Block* block = c.block();
  const auto& calls = block != nullptr ? block->follows : c.plan.follows;
  for (const RuleCall& call : calls) {
    if (!c.is_here(call.source)) continue;
    const Rule& rule = c.plan.rules[call.rule];
    out.sentences.push_back(
        (block != nullptr ? "The whole block " + quoted(block->name) : "The whole plan") +
        " follows " + words::call(c.plan, call) +
        ", with one state for all of it: " + numbered(sentences(c, rule, &call)) + ".");
    add_bounds(c, rule, out);
  }
}

void explain_return(const LineContext& c, Explanation& out) {
  for (const ReturnRamp& ramp : c.plan.returns) {
    if (!c.is_here(ramp.source)) continue;
    std::vector<std::string> weeks;
    for (std::size_t week = 0; week < ramp.weeks.size(); ++week)
      weeks.push_back("week " + std::to_string(week + 1) + ": " +
                      words::changes(c.plan, ramp.weeks[week]));
    out.sentences.push_back("After " + counted(ramp.after_days_off, "day") +
                            " or more without a session the athlete comes back by steps: " +
                            join(weeks, "; ") + "; then as written.");
    out.sentences.push_back("Of several such lines the longest that applies counts.");
  }
}

}  // namespace meso
