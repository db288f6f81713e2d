// Gates and rules, read from JSON.
#include <algorithm>

#include "runtime/plan_json_read.h"

namespace meso {

// ---- conditions -------------------------------------------------------------------------------

ParameterRef PlanReader::parameter(const JsonValue& v) {
  const JsonValue& name = v.at("parameter");
  if (parameters_ == nullptr) v.fail("only a rule has parameters");
  const auto found = std::find(parameters_->begin(), parameters_->end(), name.text());
  if (found == parameters_->end()) name.fail("this rule has no parameter " + shown(name.text()));
  return {static_cast<std::uint32_t>(found - parameters_->begin())};
}

std::variant<Quantity, ParameterRef> PlanReader::amount(const JsonValue& v) {
  if (v.find("parameter") != nullptr) return parameter(v);
  return quantity(v);
}

// A number, or for pain and the like the word that stands for one.
Operand PlanReader::operand(const JsonValue& v, Reads reads) {
  if (v.is(JsonValue::Kind::object)) return parameter(v);
  const WordList constants = constant_words(reads);
  if (constants.empty())
    return number(v, Decimal::whole(-999'999'999), Decimal::whole(999'999'999));
  const auto place = place_of(v.text(), constants);
  if (!place) refuse_word(v, constants);
  return Decimal::whole(static_cast<std::int64_t>(*place));
}

Window PlanReader::window(const JsonValue& v) {
  return {closed<Window::Over>(v.at("over")), v.at("times").whole(1, 20), v.at("every").flag()};
}

LiftQuantifier PlanReader::lifts(const JsonValue& v) {
  return {closed<LiftQuantifier::Of>(v.at("of")), v.at("lifts").whole(1, 40)};
}

Atom PlanReader::atom(const JsonValue& v) {
  Atom a;
  a.reads = closed<Reads>(v.at("reads"));
  a.negated = v.at("negated").flag();
  a.compare = closed<Compare>(v.at("compare"));
  a.low = operand(v.at("low"), a.reads);
  a.high = operand(v.at("high"), a.reads);
  a.group = maybe(v, "group", &PlanReader::group_id);
  a.anywhere = v.at("anywhere").flag();
  a.signal = maybe(v, "signal", &PlanReader::signal_id);
  if (a.reads == Reads::own_signal && !a.signal) v.fail("`signal` is missing: which one?");
  a.place = maybe(v, "place", string).value_or("");
  a.for_days = v.at("for_days").whole(0, 60);
  a.window = maybe(v, "window", &PlanReader::window);
  a.lifts = maybe(v, "lifts", &PlanReader::lifts);
  a.set_number = v.at("set_number").whole(0, 30);
  a.source = source(v);
  return a;
}

Condition PlanReader::condition(const JsonValue& v) {
  static constexpr std::string_view kJoins[] = {"and", "or"};
  const JsonValue& join = v.at("join");
  const auto place = place_of(join.text(), kJoins);
  if (!place) refuse_word(join, kJoins);
  return {*place == 1, each(not_empty(v.at("atoms")), &PlanReader::atom)};
}

// ---- changes ----------------------------------------------------------------------------------

LoadOfStage PlanReader::load_of_stage(const JsonValue& v) {
  return {v.at("load_of_stage").whole(1, 30), maybe(v, "added", &PlanReader::amount)};
}

// A word, or an object that one of its keys tells from the others.
ChangeValue PlanReader::change_value(const JsonValue& v) {
  if (v.is(JsonValue::Kind::string)) return closed<ChangeValue>(v);
  if (v.find("parameter") != nullptr) return parameter(v);
  if (v.find("percent") != nullptr) return of_reference(v);
  if (v.find("load_of_stage") != nullptr) return load_of_stage(v);
  if (const JsonValue* scheme = v.find("scheme")) return scheme_id(*scheme);
  return quantity(v);
}

Change PlanReader::change(const JsonValue& v) {
  Change c;
  c.what = closed<Changes>(v.at("what"));
  if (c.what == Changes::reference) c.reference = reference(v.at("reference"));
  c.how = closed<Change::How>(v.at("how"));
  c.value = change_value(v.at("value"));
  c.per = closed<Change::Per>(v.at("per"));
  c.at_most = maybe(v, "at_most", &PlanReader::amount);
  c.at_least = maybe(v, "at_least", &PlanReader::amount);
  c.next_time = v.at("next_time").flag();
  c.source = source(v);
  return c;
}

// ---- gates ------------------------------------------------------------------------------------

GateClause PlanReader::gate_clause(const JsonValue& v) {
  return {closed<Verdict>(v.at("verdict")), each(v.at("changes"), &PlanReader::change),
          maybe(v, "condition", &PlanReader::condition), source(v)};
}

Gate PlanReader::gate(const JsonValue& v) {
  return {v.at("name").text(), each(not_empty(v.at("clauses")), &PlanReader::gate_clause),
          v.at("built_in").flag(), source(v)};
}

// ---- rules ------------------------------------------------------------------------------------

Action PlanReader::action(const JsonValue& v) {
  if (v.is(JsonValue::Kind::string)) return closed<Action>(v);
  if (const JsonValue* block = v.find("insert"))
    return InsertBlock{block_id(*block), maybe(v, "at_most", [](const JsonValue& times) {
                         return times.whole(1, 10);
                       })};
  return change(v.at("change"));
}

RuleClause PlanReader::rule_clause(const JsonValue& v) {
  return {maybe(v, "condition", &PlanReader::condition),
          each(not_empty(v.at("actions")), &PlanReader::action), source(v)};
}

Rule PlanReader::rule(const JsonValue& v) {
  Rule r;
  r.name = v.at("name").text();
  r.parameters = strings(v.at("parameters"));
  for (std::size_t i = 0; i < r.parameters.size(); ++i)
    if (std::count(r.parameters.begin(), r.parameters.end(), r.parameters[i]) > 1)
      v.at("parameters").fail("two parameters are called " + shown(r.parameters[i]));
  parameters_ = &r.parameters;
  r.clauses = each(not_empty(v.at("clauses")), &PlanReader::rule_clause);
  parameters_ = nullptr;
  r.source = source(v);
  return r;
}

RuleCall PlanReader::call(const JsonValue& v) {
  RuleCall c{rule_id(v.at("rule")), each(v.at("arguments"), quantity), source(v)};
  const Rule& rule = plan_.rules[c.rule];
  if (c.arguments.size() != rule.parameters.size())
    v.at("arguments")
        .fail(shown(rule.name) + " takes " + std::to_string(rule.parameters.size()) +
              " of them, not " + std::to_string(c.arguments.size()));
  return c;
}

}  // namespace meso
