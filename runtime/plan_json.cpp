#include "runtime/plan_json.h"

#include <charconv>
#include <nlohmann/json.hpp>

#include "runtime/plan_words.h"

namespace meso {
namespace {

using Json = nlohmann::ordered_json;

int significant_digits(std::string_view text) {
  int digits = 0, zeros = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') continue;
    if (c == '0' && digits == 0) continue;
    zeros = c == '0' ? zeros + 1 : 0;
    ++digits;
  }
  return text.find('.') == std::string_view::npos ? digits - zeros : digits;
}

// A JSON number wherever every reader gets the exact decimal back from it, else its text: doubles
// hold 15 digits. The library's shortest form isn't always the shortest, hence the comparison.
Json decimal(Decimal value) {
  const std::string exact = value.text();
  if (significant_digits(exact) > 15) return exact;
  if (value.is_whole()) return value.floor();
  double number = 0;
  std::from_chars(exact.data(), exact.data() + exact.size(), number);
  const Json json = number;
  return json.dump() == exact ? json : Json(exact);
}

template <class Item, class Write>
Json array_of(const Item& items, Write write) {
  Json json = Json::array();
  for (const auto& item : items) json.push_back(write(item));
  return json;
}

// A key is left out where the plan says nothing.
template <class T, class Write>
void put(Json& json, const char* key, const std::optional<T>& value, Write write) {
  if (value) json[key] = write(*value);
}

Json load(Load l) { return {{"amount", decimal(l.amount)}, {"unit", text(l.unit)}}; }
Json range(Range r) { return {{"low", r.low}, {"high", r.high}}; }
Json quantity(const Quantity& q) {
  return {{"low", decimal(q.low)}, {"high", decimal(q.high)}, {"unit", word(q.unit)}};
}
Json tempo(const Tempo& t) {
  return {{"eccentric", t.eccentric},
          {"bottom", t.bottom},
          {"concentric", t.concentric},
          {"top", t.top}};
}
Json effort(const Effort& e) {
  return {
      {"low_rir", decimal(e.low.value)}, {"high_rir", decimal(e.high.value)}, {"as_rpe", e.as_rpe}};
}
Json set_style(const SetStyle& s) {
  using Kind = SetStyle::Kind;
  Json json{{"kind", text(s.kind)}, {"mini_sets", s.mini_sets}};
  if (s.kind == Kind::myo_reps || s.kind == Kind::cluster) json["mini_reps"] = s.mini_reps;
  if (s.kind == Kind::drop_set) json["load"] = decimal(s.load.value);
  put(json, "rest_seconds", s.rest, [](TimeRange r) { return range({r.low.count, r.high.count}); });
  return json;
}
Json test(const TestSpec& t) { return {{"max_reps", t.max_reps}, {"reps", t.reps}}; }
Json of_reference(const OfReference& r) {
  return {{"percent", decimal(r.percent.value)}, {"reference", text(r.reference)}};
}
Json number(int n) { return n; }
Json string(std::string_view s) { return s; }

// What the constants that a signal is compared with are called, where they aren't numbers.
std::string_view constant_word(Reads reads, Decimal value) {
  if (!value.is_whole() || value.floor() < 0 || value.floor() > 3) return {};
  const auto n = static_cast<std::uint8_t>(value.floor());
  switch (reads) {
    case Reads::pain: return word(static_cast<Pain>(n));
    case Reads::versus_last: return word(static_cast<VersusLast>(n));
    case Reads::hrv:
    case Reads::resting_heart_rate: return word(static_cast<Baseline>(n));
    default: return {};
  }
}

// Writes ids as names, for which it has the plan; parameters by the rule that it is in.
class Writer {
 public:
  explicit Writer(const Plan& plan) : plan_(plan) {}

  Json document(std::span<const PlanPlace> places);

 private:
  template <class T>
  Json each(const std::vector<T>& items, Json (Writer::*write)(const T&)) {
    return array_of(items, [&](const T& item) { return (this->*write)(item); });
  }

  Json name(ExerciseId id) const { return plan_.exercises[id].name; }
  Json name(GroupId id) const { return plan_.groups[id.value].id; }
  Json name(BlockId id) const { return plan_.blocks[id].name; }
  Json parameter(ParameterRef p) const;
  Json amount(const std::variant<Quantity, ParameterRef>& value) const;

  Json exercise(const Exercise& exercise);
  Json input(const Input& input);
  Json rounding(const RoundingRule& rule);
  Json goal(const Goal& goal);
  Json signal(const OwnSignal& signal);
  Json event(const Event& event);

  Json load_spec(const LoadSpec& spec);
  Json set_group(const SetGroup& group);
  Json prescription(const Prescription& prescription);

  Json operand(const Atom& atom, const Operand& operand);
  Json atom(const Atom& atom);
  Json condition(const Condition& condition);
  Json change_value(const ChangeValue& value);
  Json change(const Change& change);
  Json gate_clause(const GateClause& clause);
  Json gate(const Gate& gate);
  Json action(const Action& action);
  Json rule_clause(const RuleClause& clause);
  Json rule(const Rule& rule);
  Json call(const RuleCall& call);

  Json after(const Wait::After& after);
  Json wait(const Wait& wait);
  Json warm_up(const WarmUp& warm_up);
  Json line(const Line& line);
  Json session(const Session& session);
  Json week(const Week& week);
  Json block(const Block& block);
  Json progression(const Progression& progression);
  Json return_week(const std::vector<Change>& changes);
  Json return_ramp(const ReturnRamp& ramp);
  Json allow(const Allow& allow);

  const Plan& plan_;
  const Rule* rule_ = nullptr;
};

// ---- head -------------------------------------------------------------------------------------

Json Writer::exercise(const Exercise& e) {
  const auto share = [&](const MuscleShare& m) {
    return Json{{"group", name(m.group)}, {"share", decimal(m.share)}};
  };
  return {{"name", e.name},
          {"equipment", text(e.equipment)},
          {"muscles", array_of(e.muscles, share)},
          {"compound", e.compound},
          {"unilateral", e.unilateral},
          {"long_length", e.long_length},
          {"eccentric", e.eccentric},
          {"lower_body", e.lower_body},
          {"any_of_class", e.any_of_class},
          {"familiar", e.familiar}};
}

Json Writer::input(const Input& i) {
  Json json{{"reference", text(i.kind)}};
  put(json, "exercise", i.exercise, [&](ExerciseId id) { return name(id); });
  put(json, "fallback", i.fallback, [](const auto& value) {
    const auto* absolute = std::get_if<Load>(&value);
    return absolute ? load(*absolute) : of_reference(std::get<OfReference>(value));
  });
  json["source"] = i.source.value;
  return json;
}

Json Writer::rounding(const RoundingRule& r) {
  Json json = Json::object();
  put(json, "equipment", r.equipment, [](Equipment e) { return string(text(e)); });
  json["mode"] = word(r.mode);
  json["step"] = load(r.step);
  return json;
}

Json Writer::goal(const Goal& g) {
  Json json{{"metric", text(g.metric)}, {"reference", text(g.reference)}};
  put(json, "exercise", g.exercise, [&](ExerciseId id) { return name(id); });
  put(json, "group", g.group, [&](GroupId id) { return name(id); });
  put(json, "from", g.from, quantity);
  json["target"] = quantity(g.target);
  json["is_growth"] = g.is_growth;
  put(json, "by_end_of", g.by_end_of, [&](BlockId id) { return name(id); });
  json["source"] = g.source.value;
  return json;
}

Json Writer::signal(const OwnSignal& s) {
  return {{"name", s.name},
          {"question", s.question},
          {"scale", range(s.scale)},
          {"higher_is_better", s.higher_is_better},
          {"source", s.source.value}};
}

Json Writer::event(const Event& e) {
  Json json{{"name", e.name}};
  if (const auto* day = std::get_if<Weekday>(&e.when))
    json["weekday"] = text(*day);
  else
    json["date"] = text(std::get<Date>(e.when));
  json["source"] = e.source.value;
  return json;
}

// ---- prescriptions ----------------------------------------------------------------------------

Json Writer::load_spec(const LoadSpec& spec) {
  if (const auto* l = std::get_if<AbsoluteLoad>(&spec))
    return {{"kind", "absolute"}, {"low", load(l->low)}, {"high", load(l->high)}};
  if (const auto* l = std::get_if<PercentLoad>(&spec)) {
    Json json{{"kind", "percent"},
              {"low", decimal(l->low.value)},
              {"high", decimal(l->high.value)},
              {"reference", text(l->reference)}};
    if (l->reference.of != ReferenceKind::Of::bodyweight) json["of"] = name(l->of);
    return json;
  }
  if (const auto* l = std::get_if<BodyweightLoad>(&spec)) {
    Json json{{"kind", "bodyweight"}};
    put(json, "added", l->added, load);
    return json;
  }
  if (const auto* l = std::get_if<TopSetLoad>(&spec)) {
    Json json{{"kind", "top set"}};
    put(json, "less", l->less, quantity);
    return json;
  }
  return {{"kind", std::holds_alternative<OpenLoad>(spec) ? "open" : "working load"}};
}

// The bare numbers; 0 where the target has none.
Range target_amount(const SetTarget& target) {
  if (const auto* t = std::get_if<RepTarget>(&target))
    return {t->reps.low.count, t->reps.high.count};
  if (const auto* t = std::get_if<TimeTarget>(&target))
    return {t->time.low.count, t->time.high.count};
  if (const auto* t = std::get_if<DistanceTarget>(&target))
    return {t->distance.low.count, t->distance.high.count};
  return {};
}

Json Writer::set_group(const SetGroup& g) {
  Json json{{"sets", range(g.sets)},
            {"target", target_word(g.target)},
            {"amount", range(target_amount(g.target))},
            {"amrap", g.amrap()},
            {"load", load_spec(g.load)},
            {"load_percent", decimal(g.load_percent.value)}};
  put(json, "load_added", g.load_added, load);
  put(json, "effort", g.effort, effort);
  json["source"] = g.source.value;
  return json;
}

Json Writer::prescription(const Prescription& p) {
  Json json{{"groups", each(p.groups, &Writer::set_group)}};
  put(json, "total_reps", p.total_reps, number);
  put(json, "test", p.test, test);
  return json;
}

// ---- gates and rules --------------------------------------------------------------------------

Json Writer::parameter(ParameterRef p) const {
  Json json = Json::object();
  if (rule_ && p.index < rule_->parameters.size())
    json["parameter"] = rule_->parameters[p.index];
  else
    json["parameter"] = p.index;
  return json;
}

Json Writer::amount(const std::variant<Quantity, ParameterRef>& value) const {
  const auto* q = std::get_if<Quantity>(&value);
  return q ? quantity(*q) : parameter(std::get<ParameterRef>(value));
}

Json Writer::operand(const Atom& a, const Operand& operand) {
  if (const auto* p = std::get_if<ParameterRef>(&operand)) return parameter(*p);
  const Decimal value = std::get<Decimal>(operand);
  const auto constant = constant_word(a.reads, value);
  return constant.empty() ? decimal(value) : Json(constant);
}

Json Writer::atom(const Atom& a) {
  Json json{{"reads", word(a.reads)},
            {"negated", a.negated},
            {"compare", word(a.compare)},
            {"low", operand(a, a.low)},
            {"high", operand(a, a.high)}};
  put(json, "group", a.group, [&](GroupId id) { return name(id); });
  json["anywhere"] = a.anywhere;
  put(json, "signal", a.signal, [&](SignalId id) { return string(plan_.signals[id].name); });
  if (!a.place.empty()) json["place"] = a.place;
  json["for_days"] = a.for_days;
  put(json, "window", a.window, [](const Window& w) {
    return Json{{"over", word(w.over)}, {"times", w.times}, {"every", w.every}};
  });
  put(json, "lifts", a.lifts, [](const LiftQuantifier& q) {
    return Json{{"of", word(q.of)}, {"lifts", q.lifts}};
  });
  json["set_number"] = a.set_number;
  json["source"] = a.source.value;
  return json;
}

Json Writer::condition(const Condition& c) {
  return {{"join", c.any ? "or" : "and"}, {"atoms", each(c.atoms, &Writer::atom)}};
}

Json Writer::change_value(const ChangeValue& value) {
  if (const auto* q = std::get_if<Quantity>(&value)) return quantity(*q);
  if (const auto* p = std::get_if<ParameterRef>(&value)) return parameter(*p);
  if (std::holds_alternative<StartValue>(value)) return "start";
  if (std::holds_alternative<BottomOfRange>(value)) return "bottom of range";
  if (std::holds_alternative<TopOfRange>(value)) return "top of range";
  if (const auto* r = std::get_if<OfReference>(&value)) return of_reference(*r);
  if (const auto* s = std::get_if<LoadOfStage>(&value)) {
    Json json{{"load_of_stage", s->stage}};
    put(json, "added", s->added, [&](const auto& added) { return amount(added); });
    return json;
  }
  return {{"scheme", plan_.schemes[std::get<SchemeId>(value)]}};
}

Json Writer::change(const Change& c) {
  Json json{{"what", word(c.what)}};
  if (c.what == Changes::reference) json["reference"] = text(c.reference);
  json["how"] = word(c.how);
  json["value"] = change_value(c.value);
  json["per"] = word(c.per);
  put(json, "at_most", c.at_most, [&](const auto& value) { return amount(value); });
  put(json, "at_least", c.at_least, [&](const auto& value) { return amount(value); });
  json["next_time"] = c.next_time;
  json["source"] = c.source.value;
  return json;
}

Json Writer::gate_clause(const GateClause& c) {
  Json json{{"verdict", text(c.verdict)}, {"changes", each(c.changes, &Writer::change)}};
  put(json, "condition", c.condition, [&](const Condition& when) { return condition(when); });
  json["source"] = c.source.value;
  return json;
}

Json Writer::gate(const Gate& g) {
  return {{"name", g.name},
          {"clauses", each(g.clauses, &Writer::gate_clause)},
          {"built_in", g.built_in},
          {"source", g.source.value}};
}

Json Writer::action(const Action& action) {
  if (const auto* c = std::get_if<Change>(&action)) return {{"change", change(*c)}};
  if (const auto* i = std::get_if<InsertBlock>(&action)) {
    Json json{{"insert", name(i->block)}};
    put(json, "at_most", i->at_most, number);
    return json;
  }
  if (std::holds_alternative<Hold>(action)) return "hold";
  if (std::holds_alternative<NextStage>(action)) return "next stage";
  if (std::holds_alternative<NextVariation>(action)) return "next variation";
  if (std::holds_alternative<PreviousVariation>(action)) return "previous variation";
  if (std::holds_alternative<RepeatWeek>(action)) return "repeat week";
  if (std::holds_alternative<EndBlock>(action)) return "end block";
  return std::holds_alternative<ReferOut>(action) ? "refer" : "notify coach";
}

Json Writer::rule_clause(const RuleClause& c) {
  Json json = Json::object();
  put(json, "condition", c.condition, [&](const Condition& when) { return condition(when); });
  json["actions"] = each(c.actions, &Writer::action);
  json["source"] = c.source.value;
  return json;
}

Json Writer::rule(const Rule& r) {
  rule_ = &r;
  Json json{{"name", r.name},
            {"parameters", r.parameters},
            {"clauses", each(r.clauses, &Writer::rule_clause)},
            {"source", r.source.value}};
  rule_ = nullptr;
  return json;
}

Json Writer::call(const RuleCall& c) {
  return {{"rule", plan_.rules[c.rule].name},
          {"arguments", array_of(c.arguments, quantity)},
          {"source", c.source.value}};
}

// ---- blocks -----------------------------------------------------------------------------------

Json Writer::after(const Wait::After& after) {
  if (const auto* s = std::get_if<Wait::AfterSession>(&after)) return {{"session", s->session}};
  if (const auto* g = std::get_if<GroupId>(&after)) return {{"group", name(*g)}};
  if (const auto* e = std::get_if<Wait::BeforeEvent>(&after)) return {{"before_event", e->event}};
  return std::holds_alternative<Wait::LastSession>(after) ? "last session" : "own groups";
}

Json Writer::wait(const Wait& w) {
  Json json = Json::object();
  put(json, "at_least_days", w.at_least_days, number);
  put(json, "at_most_days", w.at_most_days, number);
  json["after"] = each(w.after, &Writer::after);
  json["source"] = w.source.value;
  return json;
}

Json Writer::warm_up(const WarmUp& w) {
  return {{"automatic", w.automatic}, {"stated", prescription(w.stated)}};
}

Json Writer::line(const Line& l) {
  Json json{{"slot", l.slot},
            {"label", l.label},
            {"options", array_of(l.options, [&](ExerciseId id) { return name(id); })},
            {"is_ladder", l.is_ladder},
            {"stages", each(l.stages, &Writer::prescription)}};
  if (!l.changes.empty()) {
    json["written"] = each(l.written, &Writer::prescription);
    json["changes"] = each(l.changes, &Writer::change);
  }
  if (!l.other_schemes.empty()) {
    const auto stages = [&](const SchemeStages& s) {
      return Json{{"scheme", plan_.schemes[s.scheme]},
                  {"stages", each(s.stages, &Writer::prescription)}};
    };
    json["other_schemes"] = array_of(l.other_schemes, stages);
  }
  put(json, "rest_seconds", l.rest, [](TimeRange r) { return range({r.low.count, r.high.count}); });
  put(json, "tempo", l.tempo, tempo);
  json["each_side"] = l.each_side;
  json["to_failure"] = l.to_failure;
  json["optional"] = l.optional;
  put(json, "style", l.style, set_style);
  put(json, "start", l.start, load);
  json["rules"] = each(l.rules, &Writer::call);
  json["progressions"] = array_of(l.progressions, [](ProgressionId id) { return Json(id.value); });
  put(json, "shares", l.shares, [](ProgressionId id) { return Json(id.value); });
  put(json, "warm_up", l.warm_up, [&](const WarmUp& w) { return warm_up(w); });
  json["notes"] = l.notes;
  json["source"] = l.source.value;
  return json;
}

Json Writer::session(const Session& s) {
  const auto day = [](Weekday d) { return string(text(d)); };
  Json json{{"name", s.name}};
  put(json, "gate", s.gate, [&](GateId id) { return string(plan_.gates[id].name); });
  json["on"] = array_of(s.on, day);
  json["prefer"] = array_of(s.prefer, day);
  json["waits"] = each(s.waits, &Writer::wait);
  json["lines"] = each(s.lines, &Writer::line);
  json["notes"] = s.notes;
  json["source"] = s.source.value;
  return json;
}

Json Writer::week(const Week& w) {
  return {{"kind", text(w.kind)},
          {"sessions", w.sessions},
          {"changes", each(w.changes, &Writer::change)}};
}

Json Writer::block(const Block& b) {
  Json json{{"name", b.name},
            {"rotations", b.rotations},
            {"length", range(b.length)},
            {"times", b.times}};
  put(json, "sessions_per_week", b.sessions_per_week, number);
  json["kind"] = text(b.kind);
  json["follows"] = each(b.follows, &Writer::call);
  json["sessions"] = each(b.sessions, &Writer::session);
  json["weeks"] = each(b.weeks, &Writer::week);
  json["notes"] = b.notes;
  json["source"] = b.source.value;
  return json;
}

Json Writer::progression(const Progression& p) {
  return {{"exercise", name(p.exercise)}, {"name", p.name}, {"rule", plan_.rules[p.rule].name}};
}

Json Writer::return_week(const std::vector<Change>& changes) {
  return each(changes, &Writer::change);
}

Json Writer::return_ramp(const ReturnRamp& r) {
  return {{"after_days_off", r.after_days_off},
          {"weeks", each(r.weeks, &Writer::return_week)},
          {"source", r.source.value}};
}

Json Writer::allow(const Allow& a) {
  Json json{{"guideline", a.guideline}, {"reason", a.reason}};
  put(json, "until", a.until, string);
  json["source"] = a.source.value;
  return json;
}

// ---- the whole --------------------------------------------------------------------------------

Json Writer::document(std::span<const PlanPlace> places) {
  const auto write = [this](auto member) {
    return [this, member](const auto& item) { return (this->*member)(item); };
  };
  const auto group = [](const Group& g) { return Json{{"id", g.id}, {"name", g.name}}; };
  const auto track = [this](const Track& t) {
    Json json{{"metric", text(t.metric)}};
    put(json, "exercise", t.exercise, [this](ExerciseId id) { return name(id); });
    json["source"] = t.source.value;
    return json;
  };
  const auto place = [](const PlanPlace& p) {
    Json json{{"line", p.line}, {"column", p.column}};
    if (!p.file.empty()) json["file"] = p.file;
    return json;
  };
  Json head{
      {"format_version", kPlanFormat}, {"name", plan_.name},         {"by", plan_.by},
      {"level", word(plan_.level)},    {"units", text(plan_.units)}, {"edition", plan_.edition}};
  put(head, "starts", plan_.starts, [](Date date) { return string(text(date)); });
  Json body{{"purpose", plan_.purpose},
            {"groups", array_of(plan_.groups, group)},
            {"exercises", array_of(plan_.exercises, write(&Writer::exercise))},
            {"inputs", array_of(plan_.inputs, write(&Writer::input))},
            {"roundings", array_of(plan_.roundings, write(&Writer::rounding))},
            {"goals", array_of(plan_.goals, write(&Writer::goal))},
            {"tracks", array_of(plan_.tracks, track)},
            {"signals", array_of(plan_.signals, write(&Writer::signal))},
            {"events", array_of(plan_.events, write(&Writer::event))},
            {"gates", array_of(plan_.gates, write(&Writer::gate))},
            {"rules", array_of(plan_.rules, write(&Writer::rule))},
            {"schemes", array_of(plan_.schemes, string)},
            {"returns", array_of(plan_.returns, write(&Writer::return_ramp))},
            {"follows", array_of(plan_.follows, write(&Writer::call))},
            {"progressions", array_of(plan_.progressions, write(&Writer::progression))},
            {"blocks", array_of(plan_.blocks, write(&Writer::block))},
            {"allows", array_of(plan_.allows, write(&Writer::allow))},
            {"notes", plan_.notes},
            {"source", plan_.source.value},
            {"places", array_of(places, place)}};
  head.update(body);
  return head;
}

}  // namespace

std::string plan_json(const Plan& plan, std::span<const PlanPlace> places) {
  return Writer(plan).document(places).dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace meso
