// Gates and rules as JSON.
#include "runtime/plan_json_write.h"

namespace meso {

using Json = PlanWriter::Json;

Json PlanWriter::parameter(const ParameterRef& p) {
  Json json = Json::object();
  if (rule_ && p.index < rule_->parameters.size())
    json["parameter"] = rule_->parameters[p.index];
  else
    json["parameter"] = p.index;
  return json;
}

Json PlanWriter::amount(const std::variant<Quantity, ParameterRef>& value) {
  const auto* q = std::get_if<Quantity>(&value);
  return q ? quantity(*q) : parameter(std::get<ParameterRef>(value));
}

Json PlanWriter::operand(const Atom& a, const Operand& operand) {
  if (const auto* p = std::get_if<ParameterRef>(&operand)) return parameter(*p);
  const Decimal value = std::get<Decimal>(operand);
  const WordList constants = constant_words(a.reads);
  const std::int64_t n = value.floor();
  const bool has_word = value.is_whole() && n >= 0 && n < std::ssize(constants);
  return has_word ? Json(constants[static_cast<std::size_t>(n)]) : decimal(value);
}

Json PlanWriter::window(const Window& w) {
  return {{"over", word(w.over)}, {"times", w.times}, {"every", w.every}};
}

Json PlanWriter::lifts(const LiftQuantifier& q) { return {{"of", word(q.of)}, {"lifts", q.lifts}}; }

Json PlanWriter::atom(const Atom& a) {
  Json json{{"reads", word(a.reads)},
            {"negated", a.negated},
            {"compare", word(a.compare)},
            {"low", operand(a, a.low)},
            {"high", operand(a, a.high)}};
  put(json, "group", a.group, &PlanWriter::name);
  json["anywhere"] = a.anywhere;
  put(json, "signal", a.signal, &PlanWriter::name);
  if (!a.place.empty()) json["place"] = a.place;
  json["for_days"] = a.for_days;
  put(json, "window", a.window, &PlanWriter::window);
  put(json, "lifts", a.lifts, &PlanWriter::lifts);
  json["set_number"] = a.set_number;
  json["source"] = a.source.value;
  return json;
}

Json PlanWriter::condition(const Condition& c) {
  return {{"join", c.any ? "or" : "and"}, {"atoms", each(c.atoms, &PlanWriter::atom)}};
}

Json PlanWriter::change_value(const ChangeValue& value) {
  if (const auto* q = std::get_if<Quantity>(&value)) return quantity(*q);
  if (const auto* p = std::get_if<ParameterRef>(&value)) return parameter(*p);
  if (const auto* r = std::get_if<OfReference>(&value)) return of_reference(*r);
  if (const auto* s = std::get_if<LoadOfStage>(&value)) {
    Json json{{"load_of_stage", s->stage}};
    put(json, "added", s->added, &PlanWriter::amount);
    return json;
  }
  if (const auto* s = std::get_if<SchemeId>(&value)) return {{"scheme", name(*s)}};
  return word(value);
}

Json PlanWriter::change(const Change& c) {
  Json json{{"what", word(c.what)}};
  if (c.what == Changes::reference) json["reference"] = text(c.reference);
  json["how"] = word(c.how);
  json["value"] = change_value(c.value);
  json["per"] = word(c.per);
  put(json, "at_most", c.at_most, &PlanWriter::amount);
  put(json, "at_least", c.at_least, &PlanWriter::amount);
  json["next_time"] = c.next_time;
  json["source"] = c.source.value;
  return json;
}

Json PlanWriter::gate_clause(const GateClause& c) {
  Json json{{"verdict", word(c.verdict)}, {"changes", each(c.changes, &PlanWriter::change)}};
  put(json, "condition", c.condition, &PlanWriter::condition);
  json["source"] = c.source.value;
  return json;
}

Json PlanWriter::gate(const Gate& g) {
  return {{"name", g.name},
          {"clauses", each(g.clauses, &PlanWriter::gate_clause)},
          {"built_in", g.built_in},
          {"source", g.source.value}};
}

Json PlanWriter::action(const Action& action) {
  if (const auto* c = std::get_if<Change>(&action)) return {{"change", change(*c)}};
  if (const auto* i = std::get_if<InsertBlock>(&action)) {
    Json json{{"insert", name(i->block)}};
    put(json, "at_most", i->at_most, number);
    return json;
  }
  return word(action);
}

Json PlanWriter::rule_clause(const RuleClause& c) {
  Json json = Json::object();
  put(json, "condition", c.condition, &PlanWriter::condition);
  json["actions"] = each(c.actions, &PlanWriter::action);
  json["source"] = c.source.value;
  return json;
}

Json PlanWriter::rule(const Rule& r) {
  rule_ = &r;
  Json json{{"name", r.name},
            {"parameters", r.parameters},
            {"clauses", each(r.clauses, &PlanWriter::rule_clause)},
            {"source", r.source.value}};
  rule_ = nullptr;
  return json;
}

Json PlanWriter::call(const RuleCall& c) {
  return {{"rule", name(c.rule)},
          {"arguments", array_of(c.arguments, quantity)},
          {"source", c.source.value}};
}

}  // namespace meso
