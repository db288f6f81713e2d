#include "compiler/lower/progressions.h"

#include <map>
#include <string>

namespace meso {
namespace {

const std::string& key_name(const Plan& plan, const WrittenLine& line, const RuleCall& call) {
  return line.as ? *line.as : plan.rules[call.rule].name;
}

bool same_sets(const WrittenLine& a, const WrittenLine& b) {
  if (a.scheme || b.scheme) return a.scheme == b.scheme;
  return a.sets && b.sets && same_prescription(*a.sets, *b.sets);
}

struct Key {
  std::uint32_t exercise;
  std::string name;
  std::uint32_t rule;
  friend auto operator<=>(const Key&, const Key&) = default;
};

struct First {
  const WrittenLine* line;
  const RuleCall* call;
};

void check_line(const Model& model, const WrittenLine& line, std::map<Key, First>& seen,
                Sink& sink) {
  for (const RuleCall& call : line.line.rules) {
    const Key key{line.line.options.front().value, key_name(model.plan, line, call),
                  call.rule.value};
    const auto [at, fresh] = seen.try_emplace(key, First{&line, &call});
    const First& first = at->second;
    if (fresh || line.as) continue;
    const bool same_values = first.call->arguments == call.arguments;
    if (same_values && same_sets(*first.line, line)) continue;
    const std::string& exercise = model.plan.exercises[line.line.options.front()].name;
    sink.report(kind::progression_conflict, model.span(line.line.source),
                "two progressions of " + exercise + " share the name `" + key.name + "`")
        .also(model.span(first.line->line.source),
              same_values ? "these sets differ" : "these values differ")
        .advise("they have a state of their own each if you name one: " + exercise +
                " ... as heavy")
        .advise("or give both the same sets and values, and they share one");
  }
}

}  // namespace

ProgressionId progression_of(Plan& plan, const WrittenLine& line, const RuleCall& call) {
  const std::string& name = key_name(plan, line, call);
  const ExerciseId exercise = line.line.options.front();
  for (std::size_t i = 0; i < plan.progressions.size(); ++i) {
    const Progression& p = plan.progressions[plan.progressions.id_of(i)];
    if (p.exercise == exercise && p.rule == call.rule && p.name == name)
      return plan.progressions.id_of(i);
  }
  return plan.progressions.add({exercise, name, call.rule});
}

void check_progressions(const Model& model, const WrittenBlock& block, Sink& sink) {
  std::map<Key, First> seen;
  for (const WrittenSession& session : block.sessions)
    for (const WrittenLine& line : session.lines) check_line(model, line, seen, sink);
  for (const WeekSessions& week : block.by_week) {
    std::map<Key, First> in_week;
    for (const WrittenSession& session : week.sessions)
      for (const WrittenLine& line : session.lines) check_line(model, line, in_week, sink);
  }
}

}  // namespace meso
