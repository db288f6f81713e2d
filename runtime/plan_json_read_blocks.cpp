// Prescriptions, sessions and blocks, read from JSON.
#include <cstdint>

#include "runtime/plan_json_read.h"

namespace meso {
namespace {

// Limits of docs/language.md. What weeks and repeats change may come to ten times as much as may
// be written, and be negative where a load is lowered; further no plan that means something goes.
constexpr int kMostSessions = 40, kMostExercises = 40, kMostWeeks = 104, kMostWaitDays = 60;
constexpr int kMostSets = 300, kMostReps = 10'000, kMostSeconds = 600'000, kMostRest = 36'000;
constexpr int kMostLoad = 15'000;

}  // namespace

// ---- prescriptions ----------------------------------------------------------------------------

PercentLoad PlanReader::percent_load(const JsonValue& v) {
  PercentLoad load{percent(v.at("low")), percent(v.at("high")), reference(v.at("reference")), {}};
  if (load.reference.of != ReferenceKind::Of::bodyweight) load.of = exercise_id(v.at("of"));
  return load;
}

LoadSpec PlanReader::load_spec(const JsonValue& v) {
  const auto changed = [](const JsonValue& l) { return load(l, -kMostLoad, kMostLoad); };
  LoadSpec spec = closed<LoadSpec>(v.at("kind"));
  if (auto* absolute = std::get_if<AbsoluteLoad>(&spec))
    *absolute = {changed(v.at("low")), changed(v.at("high"))};
  else if (auto* part = std::get_if<PercentLoad>(&spec))
    *part = percent_load(v);
  else if (auto* bodyweight = std::get_if<BodyweightLoad>(&spec))
    bodyweight->added = maybe(v, "added", changed);
  else if (auto* top_set = std::get_if<TopSetLoad>(&spec))
    top_set->less = maybe(v, "less", quantity);
  return spec;
}

SetTarget PlanReader::target(const JsonValue& v) {
  const JsonValue& amount = v.at("amount");
  SetTarget target = closed<SetTarget>(v.at("target"));
  if (auto* reps = std::get_if<RepTarget>(&target)) {
    const Range r = range(amount, 1, kMostReps);
    *reps = {{{r.low}, {r.high}}, v.at("amrap").flag()};
  } else if (auto* timed = std::get_if<TimeTarget>(&target)) {
    const Range r = range(amount, 1, kMostSeconds);
    *timed = {{{r.low}, {r.high}}};
  } else if (auto* far = std::get_if<DistanceTarget>(&target)) {
    const Range r = range(amount, 1, kMostReps);
    *far = {{{r.low}, {r.high}}};
  }
  return target;
}

Effort PlanReader::effort(const JsonValue& v) {
  const Decimal most = Decimal::whole(10);
  return {{number(v.at("low_rir"), Decimal(), most)},
          {number(v.at("high_rir"), Decimal(), most)},
          v.at("as_rpe").flag()};
}

SetGroup PlanReader::set_group(const JsonValue& v) {
  SetGroup g;
  g.sets = range(v.at("sets"), 1, kMostSets);
  g.target = target(v);
  g.load = load_spec(v.at("load"));
  g.load_percent = percent(v.at("load_percent"));
  g.load_added = maybe(v, "load_added",
                       [](const JsonValue& added) { return load(added, -kMostLoad, kMostLoad); });
  g.effort = maybe(v, "effort", &PlanReader::effort);
  g.source = source(v);
  return g;
}

TestSpec PlanReader::test(const JsonValue& v) {
  return {v.at("max_reps").flag(), v.at("reps").whole(1, kMostReps)};
}

Prescription PlanReader::prescription(const JsonValue& v) {
  Prescription p;
  p.groups = each(no_more_than(kMostSets, v.at("groups")), &PlanReader::set_group);
  p.total_reps =
      maybe(v, "total_reps", [](const JsonValue& total) { return total.whole(1, kMostReps); });
  p.test = maybe(v, "test", &PlanReader::test);
  return p;
}

Prescription PlanReader::stage(const JsonValue& v) {
  Prescription p = prescription(v);
  if (p.groups.empty() && !p.total_reps && !p.test) v.fail("nothing is to be done here");
  return p;
}

// ---- lines ------------------------------------------------------------------------------------

TimeRange PlanReader::rest(const JsonValue& v) {
  const Range r = range(v, 0, kMostRest);
  return {{r.low}, {r.high}};
}

Tempo PlanReader::tempo(const JsonValue& v) {
  const auto part = [&](std::string_view key) { return v.at(key).whole(-1, 60); };
  return {part("eccentric"), part("bottom"), part("concentric"), part("top")};
}

SetStyle PlanReader::set_style(const JsonValue& v) {
  using Kind = SetStyle::Kind;
  SetStyle s;
  s.kind = closed<Kind>(v.at("kind"));
  s.mini_sets = v.at("mini_sets").whole(1, 10);
  if (s.kind == Kind::myo_reps || s.kind == Kind::cluster)
    s.mini_reps = v.at("mini_reps").whole(1, 30);
  if (s.kind == Kind::drop_set) s.load = percent(v.at("load"));
  s.rest = maybe(v, "rest_seconds", &PlanReader::rest);
  return s;
}

WarmUp PlanReader::warm_up(const JsonValue& v) {
  return {v.at("automatic").flag(), prescription(v.at("stated"))};
}

SchemeStages PlanReader::other_scheme(const JsonValue& v) {
  return {scheme_id(v.at("scheme")), each(v.at("stages"), &PlanReader::prescription)};
}

// What is written and what is changed of it come together, stage by stage.
void PlanReader::read_planned_changes(const JsonValue& v, Line& line) {
  const JsonValue* changes = v.find("changes");
  if (changes == nullptr) return;
  line.changes = each(not_empty(*changes), &PlanReader::change);
  line.written = each(v.at("written"), &PlanReader::stage);
  if (line.written.size() != line.stages.size())
    v.at("written").fail("these are " + std::to_string(line.written.size()) +
                         ", and the line's stages are " + std::to_string(line.stages.size()));
}

ProgressionId PlanReader::progression_id(const JsonValue& v) {
  return {index(v, plan_.progressions.size(), "progression")};
}

// One for each rule, which it is the state of.
std::vector<ProgressionId> PlanReader::progressions(const JsonValue& v,
                                                    const std::vector<RuleCall>& rules) {
  if (v.items().size() != rules.size())
    v.fail("these are " + std::to_string(v.items().size()) + ", and the line's rules are " +
           std::to_string(rules.size()));
  std::vector<ProgressionId> out;
  for (const JsonValue* item : v.items()) {
    const ProgressionId id = progression_id(*item);
    const RuleId rule = rules[out.size()].rule;
    if (plan_.progressions[id].rule != rule)
      item->fail("this progression isn't one of " + shown(plan_.rules[rule].name));
    out.push_back(id);
  }
  return out;
}

Line PlanReader::line(const JsonValue& v) {
  Line l;
  l.slot = v.at("slot").text();
  l.label = v.at("label").text();
  l.options = each(not_empty(v.at("options")), &PlanReader::exercise_id);
  l.is_ladder = v.at("is_ladder").flag();
  l.stages = each(not_empty(v.at("stages")), &PlanReader::stage);
  read_planned_changes(v, l);
  if (const JsonValue* others = v.find("other_schemes"))
    l.other_schemes = each(*others, &PlanReader::other_scheme);
  l.rest = maybe(v, "rest_seconds", &PlanReader::rest);
  l.tempo = maybe(v, "tempo", &PlanReader::tempo);
  l.each_side = v.at("each_side").flag();
  l.to_failure = v.at("to_failure").flag();
  l.optional = v.at("optional").flag();
  l.style = maybe(v, "style", &PlanReader::set_style);
  l.start = maybe(v, "start", load_as_written);
  l.rules = each(v.at("rules"), &PlanReader::call);
  l.progressions = progressions(v.at("progressions"), l.rules);
  l.shares = maybe(v, "shares", &PlanReader::progression_id);
  l.warm_up = maybe(v, "warm_up", &PlanReader::warm_up);
  l.notes = strings(v.at("notes"));
  l.source = source(v);
  return l;
}

// ---- sessions and blocks ----------------------------------------------------------------------

// A word, or an object of one key.
Wait::After PlanReader::after(const JsonValue& v) {
  if (v.is(JsonValue::Kind::string)) return closed<Wait::After>(v);
  if (const JsonValue* group = v.find("group")) return group_id(*group);
  if (const JsonValue* event = v.find("before_event")) {
    look_up(events_, *event);
    return Wait::BeforeEvent{event->text()};
  }
  const JsonValue& session = v.at("session");
  look_up(sessions_, session);
  return Wait::AfterSession{session.text()};
}

Wait PlanReader::wait(const JsonValue& v) {
  const auto days = [](const JsonValue& n) { return n.whole(0, kMostWaitDays); };
  return {maybe(v, "at_least_days", days), maybe(v, "at_most_days", days),
          each(not_empty(v.at("after")), &PlanReader::after), source(v)};
}

Session PlanReader::session(const JsonValue& v) {
  Session s;
  s.name = v.at("name").text();
  if (const JsonValue* recovery = v.find("recovery")) s.recovery = recovery->flag();
  s.gate = maybe(v, "gate", &PlanReader::gate_id);
  s.on = each(v.at("on"), closed<Weekday>);
  s.prefer = each(v.at("prefer"), closed<Weekday>);
  s.waits = each(v.at("waits"), &PlanReader::wait);
  s.lines = each(no_more_than(kMostExercises, v.at("lines")), &PlanReader::line);
  s.notes = strings(v.at("notes"));
  s.source = source(v);
  return s;
}

Week PlanReader::week(const JsonValue& v, std::size_t sessions) {
  const auto listed = [&](const JsonValue& n) { return index(n, sessions, "session"); };
  return {closed<WeekKind>(v.at("kind")),
          each(no_more_than(kMostSessions, v.at("sessions")), listed),
          each(v.at("changes"), &PlanReader::change)};
}

Block PlanReader::block(const JsonValue& v) {
  Block b;
  b.name = v.at("name").text();
  b.rotations = v.at("rotations").flag();
  b.length = range(v.at("length"), 1, kMostWeeks);
  b.times = v.at("times").whole(1, 52);
  b.sessions_per_week =
      maybe(v, "sessions_per_week", [](const JsonValue& n) { return n.whole(1, 7); });
  b.kind = closed<WeekKind>(v.at("kind"));
  b.follows = each(v.at("follows"), &PlanReader::call);
  b.sessions = each(v.at("sessions"), &PlanReader::session);
  b.weeks = each(v.at("weeks"), [&](const JsonValue& w) { return week(w, b.sessions.size()); });
  if (b.weeks.size() != static_cast<std::size_t>(b.length.high))
    v.at("weeks").fail("these are " + std::to_string(b.weeks.size()) + ", and `length` says " +
                       std::to_string(b.length.high));
  b.notes = strings(v.at("notes"));
  b.source = source(v);
  return b;
}

}  // namespace meso
