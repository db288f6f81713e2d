#include "compiler/model/check_calls.h"

#include <algorithm>

#include "base/text.h"

namespace meso {
namespace {

// All that the line may prescribe: its own sets, or those of its scheme, and its weeks'.
std::vector<const Prescription*> prescriptions_of(const Reading& r, const WrittenLine& line) {
  std::vector<const Prescription*> out;
  if (line.sets) out.push_back(&*line.sets);
  const auto add_weeks = [&](const std::vector<WeekSets>& weeks) {
    for (const WeekSets& w : weeks) out.push_back(&w.sets);
  };
  add_weeks(line.weeks);
  if (!line.scheme) return out;
  const Scheme& scheme = r.model.schemes[*line.scheme];
  for (const Prescription& stage : scheme.stages) out.push_back(&stage);
  add_weeks(scheme.weeks);
  return out;
}

int most_sets(const std::vector<const Prescription*>& all) {
  int most = 0;
  for (const Prescription* p : all) {
    if (p->test || p->total_reps) return 1000;  // in as many sets as it takes
    int sets = 0;
    for (const SetGroup& g : p->groups) sets += g.sets.high;
    most = std::max(most, sets);
  }
  return most;
}

template <class F>
void for_each_action(const Rule& rule, F f) {
  for (const RuleClause& clause : rule.clauses)
    for (const Action& action : clause.actions)
      if (const auto* change = std::get_if<Change>(&action)) f(*change);
}

bool adds_sets(const Rule& rule) {
  bool adds = false;
  for_each_action(rule, [&](const Change& c) { adds = adds || c.what == Changes::sets; });
  return adds;
}

// `reps of set 5` of a line of three sets.
void check_asked_sets(Reading& r, const Rule& rule, const RuleCall& call, int sets) {
  if (adds_sets(rule)) return;
  for (const RuleClause& clause : rule.clauses) {
    if (!clause.condition) continue;
    for (const Atom& atom : clause.condition->atoms) {
      if (atom.set_number <= sets) continue;
      r.report(kind::never_holds, r.model.span(call.source),
               "`" + rule.name + "` asks for set " + std::to_string(atom.set_number) +
                   ", but this line has " + counted(sets, "set"))
          .also(r.model.span(atom.source), "never holds here")
          .advise("ask for a set that is done, or for `last set`");
      return;
    }
  }
}

// Sets of the line as it starts; nothing where its prescriptions differ.
std::optional<int> start_sets(const std::vector<const Prescription*>& all) {
  if (all.size() != 1 || all.front()->test || all.front()->total_reps) return std::nullopt;
  return planned_sets(*all.front());
}

// `sets + 1, up to 3` on a line of four.
void check_bounds(Reading& r, const Rule& rule, const RuleCall& call,
                  const std::vector<const Prescription*>& all) {
  const auto start = start_sets(all);
  if (!start) return;
  for_each_action(rule, [&](const Change& change) {
    if (change.what != Changes::sets || !change.at_most || change.how != Change::How::add) return;
    const Decimal most = value_of(*change.at_most, call).high;
    if (most >= Decimal::whole(*start)) return;
    r.report(kind::bound_below_start, r.model.span(call.source),
             "`" + rule.name + "` adds sets up to " + most.text() + ", but this line starts with " +
                 std::to_string(*start))
        .also(r.model.span(change.source), "the bound")
        .advise("give a bound above the start: " + rule.name + "(...) with at least " +
                std::to_string(*start + 1));
  });
}

bool is_timed_without_load(const std::vector<const Prescription*>& all) {
  return !all.empty() && std::all_of(all.begin(), all.end(), [](const Prescription* p) {
    return !p->groups.empty() &&
           std::all_of(p->groups.begin(), p->groups.end(), [](const SetGroup& g) {
             const bool loaded = std::holds_alternative<AbsoluteLoad>(g.load) ||
                                 std::holds_alternative<OpenLoad>(g.load) ||
                                 std::holds_alternative<PercentLoad>(g.load);
             const auto* body = std::get_if<BodyweightLoad>(&g.load);
             return std::holds_alternative<TimeTarget>(g.target) && !loaded &&
                    (body == nullptr || !body->added);
           });
  });
}

// `load + 2.5 kg` on `plank 3x30 s`.
void check_load_of_holds(Reading& r, const WrittenLine& line, const Rule& rule,
                         const RuleCall& call, const std::vector<const Prescription*>& all) {
  if (line.line.start || !is_timed_without_load(all)) return;
  bool changes_load = false;
  for_each_action(rule,
                  [&](const Change& c) { changes_load = changes_load || c.what == Changes::load; });
  if (changes_load)
    r.report(kind::wrong_unit, r.model.span(call.source),
             "`" + rule.name + "` changes a load, but these sets are timed and have none")
        .advise("let it change the time: when all sets done then time + 5 s")
        .advise("or write the load: 3x30 s bodyweight + 5 kg");
}

bool is_of_kind(const SetGroup& g, Changes what) {
  return what == Changes::time ? std::holds_alternative<TimeTarget>(g.target)
                               : std::holds_alternative<DistanceTarget>(g.target);
}

// `time + 5 s` on sets that are counted in reps.
void check_amounts(Reading& r, const Rule& rule, const RuleCall& call,
                   const std::vector<const Prescription*>& all) {
  for_each_action(rule, [&](const Change& change) {
    if (change.what != Changes::time && change.what != Changes::distance) return;
    for (const Prescription* p : all)
      for (const SetGroup& g : p->groups)
        if (is_of_kind(g, change.what)) return;
    const bool time = change.what == Changes::time;
    r.report(kind::wrong_unit, r.model.span(call.source),
             "`" + rule.name + "` changes a " + (time ? "time" : "distance") +
                 ", but these sets aren't " + (time ? "timed" : "over a distance"))
        .advise("change what the sets are counted in: reps + 1, load + 2.5 kg");
  });
}

}  // namespace

void check_calls(Reading& r, const WrittenLine& line) {
  const auto all = prescriptions_of(r, line);
  for (const RuleCall& call : line.line.rules) {
    const Rule& rule = r.model.plan.rules[call.rule];
    check_asked_sets(r, rule, call, most_sets(all));
    check_bounds(r, rule, call, all);
    check_load_of_holds(r, line, rule, call, all);
    check_amounts(r, rule, call, all);
  }
}

}  // namespace meso
