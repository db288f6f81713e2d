#include "compiler/compare/told.h"

#include <algorithm>
#include <set>

#include "base/text.h"
#include "runtime/volume.h"
#include "runtime/words.h"
#include "runtime/words_line.h"
#include "runtime/words_plan.h"

namespace meso {
namespace {

std::vector<std::string> clauses_of(const Plan& plan, const Gate& gate) {
  words::Context context;
  context.plan = &plan;
  std::vector<std::string> out;
  for (const GateClause& clause : gate.clauses)
    out.push_back(words::sentence(words::gate_clause(context, clause)));
  return out;
}

std::vector<std::string> clauses_of(const Plan& plan, const Rule& rule, const RuleCall* call) {
  const words::Context context{&plan, &rule, call, nullptr};
  std::vector<std::string> out;
  for (const RuleClause& clause : rule.clauses)
    out.push_back(words::sentence(words::rule_clause(context, clause)));
  return out;
}

// What no session, line or block uses changes nothing for the athlete.
struct Used {
  std::set<GateId> gates;
  std::set<RuleId> rules;

  void add(const std::vector<RuleCall>& calls) {
    for (const RuleCall& call : calls) rules.insert(call.rule);
  }
};

Used used_in(const Plan& plan) {
  Used used;
  used.add(plan.follows);
  for (const Block& block : plan.blocks) {
    used.add(block.follows);
    for (const Session& session : block.sessions) {
      if (session.gate) used.gates.insert(*session.gate);
      for (const Line& line : session.lines) used.add(line.rules);
    }
  }
  return used;
}

std::vector<Definition> definitions(const Plan& plan) {
  const Used used = used_in(plan);
  std::vector<Definition> out;
  for (const GateId id : used.gates) {
    const auto clauses = clauses_of(plan, plan.gates[id]);
    out.push_back({"gate", plan.gates[id].name, clauses, clauses});
  }
  for (const RuleId id : used.rules) {
    Rule rule = plan.rules[id];
    auto clauses = clauses_of(plan, rule, nullptr);
    for (std::size_t i = 0; i < rule.parameters.size(); ++i) rule.parameters[i] = std::to_string(i);
    out.push_back({"rule", rule.name, std::move(clauses), clauses_of(plan, rule, nullptr)});
  }
  return out;
}

// The second line of an exercise goes by "back squat #2", as its slot does.
std::string nth_name(const std::vector<ToldLine>& above, std::string name) {
  const auto before = std::count_if(above.begin(), above.end(), [&](const ToldLine& line) {
    return line.name == name || line.name.starts_with(name + " #");
  });
  return before == 0 ? name : name + " #" + std::to_string(before + 1);
}

ToldSession tell_session(const Plan& plan, const Sharers& sharers, const Session& session) {
  ToldSession out{session.name, {}, {}};
  tell_text(out.facts, "kind", session.recovery ? "recovery" : "");
  if (session.gate) {
    const Gate& gate = plan.gates[*session.gate];
    out.facts.push_back({"gate", clauses_of(plan, gate), {gate.name}, {gate.name}});
  }
  tell_text(out.facts, "fixed day", words::days(session.on));
  tell_text(out.facts, "preferred day", words::days(session.prefer));
  std::vector<std::string> waits;
  for (const Wait& wait : session.waits) waits.push_back(words::wait(plan, wait));
  tell_values(out.facts, "wait", std::move(waits));
  tell_values(out.facts, "note", session.notes);
  for (const Line& line : session.lines) {
    ToldLine told = tell_line(plan, sharers, session, line);
    told.name = nth_name(out.lines, std::move(told.name));
    out.lines.push_back(std::move(told));
  }
  return out;
}

std::string kind_word(WeekKind kind) {
  return kind == WeekKind::loading ? std::string() : std::string(text(kind));
}

ToldBlock tell_block(const Plan& plan, const Block& block, const Edition& edition) {
  ToldBlock out{block.name, std::string(words::pass_noun(block)), {}, {}, {}};
  tell_text(out.facts, "length", words::length(block));
  tell_text(out.facts, "runs", block.times > 1 ? std::to_string(block.times) + " times" : "");
  tell_text(
      out.facts, "pace",
      block.sessions_per_week ? counted(*block.sessions_per_week, "session") + " a week" : "");
  tell_calls(out.facts, plan, "rule of the whole block", block.follows);
  tell_values(out.facts, "note", block.notes);
  const Sharers sharers = sharers_of(block);
  for (const Session& session : block.sessions)
    out.sessions.push_back(tell_session(plan, sharers, session));
  for (const Week& week : block.weeks) {
    ToldWeek& told = out.weeks.emplace_back();
    tell_text(told.facts, "kind", kind_word(week.kind));
    told.sessions = week.sessions;
    told.hard_sets = weekly_hard_sets(plan, block, week, edition);
  }
  return out;
}

}  // namespace

// In which order a plan lists its goals, waits or notes makes no difference.
void tell_values(std::vector<Fact>& facts, std::string_view what, std::vector<std::string> values) {
  std::sort(values.begin(), values.end());
  if (!values.empty()) facts.push_back({std::string(what), std::move(values)});
}

void tell_text(std::vector<Fact>& facts, std::string_view what, std::string text) {
  if (!text.empty()) tell_values(facts, what, std::vector<std::string>(1, std::move(text)));
}

void tell_calls(std::vector<Fact>& facts, const Plan& plan, std::string_view what,
                const std::vector<RuleCall>& calls) {
  Fact fact{std::string(what)};
  for (const RuleCall& call : calls) {
    fact.definitions.push_back(plan.rules[call.rule].name);
    fact.calls.push_back(words::call(plan, call));
    for (std::string& clause : clauses_of(plan, plan.rules[call.rule], &call))
      fact.values.push_back(std::move(clause));
  }
  if (!fact.values.empty()) facts.push_back(std::move(fact));
}

ToldPlan tell(const Plan& plan, const Edition& edition) {
  ToldPlan told{tell_head(plan), definitions(plan), {}, {}};
  for (const Block& block : plan.blocks) told.blocks.push_back(tell_block(plan, block, edition));
  for (const Group& group : plan.groups) told.groups.push_back(group.name);
  return told;
}

}  // namespace meso
