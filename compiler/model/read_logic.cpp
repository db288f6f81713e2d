#include "base/text.h"
#include "compiler/model/reading.h"

namespace meso {
namespace {

Verdict verdict_of(TokenKind kind) {
  switch (kind) {
    case TokenKind::kw_train: return Verdict::train;
    case TokenKind::kw_lighten: return Verdict::lighten;
    case TokenKind::kw_swap: return Verdict::swap;
    case TokenKind::kw_refer: return Verdict::refer;
    default: return Verdict::recover;
  }
}

// What changes one day's work; the rest is a state that only rules move.
void check_day_changes(Reading& r, const std::vector<Change>& changes, std::string_view where) {
  for (const Change& change : changes)
    if (change.what > Changes::rest)
      r.report(kind::idle_change, r.model.span(change.source),
               std::string(where) + " can't make this change: rules do that")
          .advise(std::string(where) + " changes load, sets, reps, time, distance, RIR and rest");
}

// A gate asks how the athlete is today; results and counters are for rules.
void check_asked(Reading& r, const Condition& condition) {
  for (const Atom& atom : condition.atoms) {
    if (is_readiness(atom.reads) && !atom.window && !atom.lifts) continue;
    r.report(kind::unknown_signal, r.model.span(atom.source),
             "a gate can't ask this: it decides before the session, on the check-in alone")
        .advise(
            "ask for soreness, pain, energy, sleep, stress, mood, strength restored, HRV, resting "
            "heart rate, days off or a signal of your own")
        .advise("what was done belongs in a rule: when missed twice in a row then load x 90%");
  }
}

GateClause read_gate_clause(Reading& r, TokenReader& t) {
  GateClause clause;
  const Token verdict = t.next();
  clause.verdict = verdict_of(verdict.kind);
  if (!t.at(TokenKind::kw_when) && !t.at(TokenKind::kw_otherwise))
    clause.changes = read_changes(r, t);
  else if (clause.verdict == Verdict::lighten)
    r.report(kind::idle_change, t.span(verdict), "this clause doesn't say what gets lighter")
        .advise("write it behind the verdict: lighten sets x 70%, load x 90%, RIR + 1 when ...");
  check_day_changes(r, clause.changes, "a gate");
  if (t.take(TokenKind::kw_when)) clause.condition = read_condition(r, t);
  if (clause.condition) check_asked(r, *clause.condition);
  clause.source = r.source(t.span());
  return clause;
}

RuleClause read_rule_clause(Reading& r, TokenReader& t) {
  RuleClause clause;
  if (t.take(TokenKind::kw_when))
    clause.condition = read_condition(r, t);
  else
    t.take(TokenKind::kw_otherwise);
  t.take(TokenKind::kw_then);
  clause.actions = read_actions(r, t);
  clause.source = r.source(t.span());
  return clause;
}

// Clauses below `otherwise` are dead text.
template <class Clause>
void check_after_otherwise(Reading& r, const std::vector<Clause>& clauses) {
  for (std::size_t i = 0; i + 1 < clauses.size(); ++i) {
    if (clauses[i].condition) continue;
    r.report(kind::after_otherwise, r.model.span(clauses[i + 1].source),
             "this clause is never read")
        .also(r.model.span(clauses[i].source), "`otherwise` takes every case that is left")
        .advise("move `otherwise` to the end");
    return;
  }
}

void report_empty(Reading& r, std::uint32_t statement, std::string_view what,
                  std::string_view example) {
  const Statement& s = r.tree->statements[statement];
  if (holds_unread(*r.tree, statement)) return;
  r.report(kind::empty_section, r.tree->span_of(s), std::string(what) + " has nothing in it")
      .advise("write below it, for example: " + std::string(example));
}

}  // namespace

void read_gate(Reading& r, std::uint32_t statement, GateId id) {
  Gate& gate = r.model.plan.gates[id];
  for_each_child(*r.tree, statement, [&](std::uint32_t child) {
    const Statement& s = r.tree->statements[child];
    if (!s.ok || s.kind != LineKind::gate_clause) return;
    TokenReader t = r.reader(s);
    gate.clauses.push_back(read_gate_clause(r, t));
  });
  if (gate.clauses.empty())
    report_empty(r, statement, "this gate", "train when soreness <= 2 and energy >= 3");
  check_after_otherwise(r, gate.clauses);
}

void read_rule(Reading& r, std::uint32_t statement, RuleId id) {
  const Rule header = r.model.plan.rules[id];
  r.current_rule = &header;
  std::vector<RuleClause> clauses;
  for_each_child(*r.tree, statement, [&](std::uint32_t child) {
    const Statement& s = r.tree->statements[child];
    if (!s.ok || s.kind != LineKind::rule_clause) return;
    TokenReader t = r.reader(s);
    clauses.push_back(read_rule_clause(r, t));
  });
  r.current_rule = nullptr;
  if (clauses.empty())
    report_empty(r, statement, "this rule", "when all sets done then load + 2.5 kg");
  check_after_otherwise(r, clauses);
  r.model.plan.rules[id].clauses = std::move(clauses);
}

void read_scheme(Reading& r, std::uint32_t statement, SchemeId id) {
  r.in_scheme = true;
  Scheme scheme = r.model.schemes[id];
  TokenReader header = r.reader(r.tree->statements[statement]);
  if (r.tree->statements[statement].ok) {
    header.expect(TokenKind::scheme_name);
    if (!header.done()) scheme.stages.push_back(read_prescription(r, header, std::nullopt));
  }
  for_each_child(*r.tree, statement, [&](std::uint32_t child) {
    const Statement& s = r.tree->statements[child];
    if (!s.ok) return;
    TokenReader t = r.reader(s);
    if (s.kind == LineKind::week_sets) {
      add_week_sets(r, t.span(), scheme.weeks, read_week_sets(r, t, std::nullopt));
    } else if (s.kind == LineKind::stage) {
      const Range stages = read_range(r, t, TokenKind::stage_number, TokenKind::stage_number_high,
                                      1, 30, "a stage's number");
      const Prescription sets = read_prescription(r, t, std::nullopt);
      if (static_cast<std::size_t>(stages.low) != scheme.stages.size() + 1)
        r.report(kind::no_such_week, t.span(), "stages are numbered 1, 2, 3 ... in order")
            .advise("this one is stage " + std::to_string(scheme.stages.size() + 1));
      for (int n = stages.low; n <= stages.high; ++n) scheme.stages.push_back(sets);
    }
  });
  r.in_scheme = false;
  if (scheme.stages.empty() && scheme.weeks.empty())
    report_empty(r, statement, "this scheme", "week 1 1x5 65%, 1x5 75%, 1x5+ 85%");
  if (!scheme.stages.empty() && !scheme.weeks.empty()) {
    r.report(kind::given_twice, r.tree->span_of(r.tree->statements[statement]),
             "this scheme has stages and weeks")
        .advise("stages follow the rule that moves them, weeks follow the block: use two schemes");
    scheme.weeks.clear();
  }
  r.model.schemes[id] = std::move(scheme);
}

void read_return(Reading& r, std::uint32_t statement) {
  const Statement& s = r.tree->statements[statement];
  if (!s.ok) return;
  TokenReader t = r.reader(s);
  const Token days = t.expect(TokenKind::days_number);
  ReturnRamp ramp;
  ramp.after_days_off = read_int(r, t, days, 1, 365, "days off");
  ramp.source = r.source(t.span());
  for (const ReturnRamp& other : r.model.plan.returns)
    if (other.after_days_off == ramp.after_days_off)
      r.report(kind::given_twice, t.span(),
               "the return after " + counted(ramp.after_days_off, "day") + " off stands twice")
          .also(r.model.span(other.source), "first here")
          .advise("keep one of them");
  for_each_child(*r.tree, statement, [&](std::uint32_t child) {
    const Statement& line = r.tree->statements[child];
    if (!line.ok) return;
    TokenReader week_tokens = r.reader(line);
    const WeekLine week = read_week_line(r, week_tokens);
    check_day_changes(r, week.changes, "a return week");
    if (static_cast<std::size_t>(week.weeks.low) != ramp.weeks.size() + 1)
      r.report(kind::no_such_week, week_tokens.span(),
               "the weeks of a return are numbered 1, 2, 3 ... in order")
          .advise("this one is week " + std::to_string(ramp.weeks.size() + 1));
    for (int w = week.weeks.low; w <= week.weeks.high && w <= 52; ++w) {
      if (static_cast<std::size_t>(w) > ramp.weeks.size())
        ramp.weeks.resize(static_cast<std::size_t>(w));
      ramp.weeks[static_cast<std::size_t>(w - 1)] = week.changes;
    }
  });
  if (ramp.weeks.empty())
    report_empty(r, statement, "this return", "week 1 sets x 50%, load x 90%, RIR to 4");
  r.model.plan.returns.push_back(std::move(ramp));
}

}  // namespace meso
