// Prescriptions, sessions and blocks as JSON.
#include "runtime/plan_json_write.h"

namespace meso {

using Json = PlanWriter::Json;

// ---- prescriptions ----------------------------------------------------------------------------

Json PlanWriter::load_spec(const LoadSpec& spec) {
  Json json{{"kind", word(spec)}};
  if (const auto* l = std::get_if<AbsoluteLoad>(&spec)) {
    json["low"] = load(l->low);
    json["high"] = load(l->high);
  } else if (const auto* p = std::get_if<PercentLoad>(&spec)) {
    json["low"] = decimal(p->low.value);
    json["high"] = decimal(p->high.value);
    json["reference"] = text(p->reference);
    if (p->reference.of != ReferenceKind::Of::bodyweight) json["of"] = name(p->of);
  } else if (const auto* b = std::get_if<BodyweightLoad>(&spec)) {
    put(json, "added", b->added, load);
  } else if (const auto* t = std::get_if<TopSetLoad>(&spec)) {
    put(json, "less", t->less, quantity);
  }
  return json;
}

Json PlanWriter::effort(const Effort& e) {
  return {
      {"low_rir", decimal(e.low.value)}, {"high_rir", decimal(e.high.value)}, {"as_rpe", e.as_rpe}};
}

Json PlanWriter::set_group(const SetGroup& g) {
  Json json{{"sets", range(g.sets)},
            {"target", word(g.target)},
            {"amount", range(amount_of(g.target))},
            {"amrap", g.amrap()},
            {"load", load_spec(g.load)},
            {"load_percent", decimal(g.load_percent.value)}};
  put(json, "load_added", g.load_added, load);
  put(json, "effort", g.effort, &PlanWriter::effort);
  json["source"] = g.source.value;
  return json;
}

Json PlanWriter::test(const TestSpec& t) { return {{"max_reps", t.max_reps}, {"reps", t.reps}}; }

Json PlanWriter::prescription(const Prescription& p) {
  Json json{{"groups", each(p.groups, &PlanWriter::set_group)}};
  put(json, "total_reps", p.total_reps, number);
  put(json, "test", p.test, &PlanWriter::test);
  return json;
}

// ---- lines ------------------------------------------------------------------------------------

Json PlanWriter::tempo(const Tempo& t) {
  return {{"eccentric", t.eccentric},
          {"bottom", t.bottom},
          {"concentric", t.concentric},
          {"top", t.top}};
}

Json PlanWriter::set_style(const SetStyle& s) {
  using Kind = SetStyle::Kind;
  Json json{{"kind", word(s.kind)}, {"mini_sets", s.mini_sets}};
  if (s.kind == Kind::myo_reps || s.kind == Kind::cluster) json["mini_reps"] = s.mini_reps;
  if (s.kind == Kind::drop_set) json["load"] = decimal(s.load.value);
  put(json, "rest_seconds", s.rest, seconds);
  return json;
}

Json PlanWriter::warm_up(const WarmUp& w) {
  return {{"automatic", w.automatic}, {"stated", prescription(w.stated)}};
}

Json PlanWriter::other_scheme(const SchemeStages& s) {
  return {{"scheme", name(s.scheme)}, {"stages", each(s.stages, &PlanWriter::prescription)}};
}

Json PlanWriter::line(const Line& l) {
  Json json{{"slot", l.slot},
            {"label", l.label},
            {"options", each(l.options, &PlanWriter::name)},
            {"is_ladder", l.is_ladder},
            {"stages", each(l.stages, &PlanWriter::prescription)}};
  if (!l.changes.empty()) {
    json["written"] = each(l.written, &PlanWriter::prescription);
    json["changes"] = each(l.changes, &PlanWriter::change);
  }
  if (!l.other_schemes.empty())
    json["other_schemes"] = each(l.other_schemes, &PlanWriter::other_scheme);
  put(json, "rest_seconds", l.rest, seconds);
  put(json, "tempo", l.tempo, &PlanWriter::tempo);
  json["each_side"] = l.each_side;
  json["to_failure"] = l.to_failure;
  json["optional"] = l.optional;
  put(json, "style", l.style, &PlanWriter::set_style);
  put(json, "start", l.start, load);
  json["rules"] = each(l.rules, &PlanWriter::call);
  json["progressions"] = array_of(l.progressions, index);
  put(json, "shares", l.shares, index);
  put(json, "warm_up", l.warm_up, &PlanWriter::warm_up);
  json["notes"] = l.notes;
  json["source"] = l.source.value;
  return json;
}

// ---- sessions and blocks ----------------------------------------------------------------------

Json PlanWriter::after(const Wait::After& after) {
  if (const auto* s = std::get_if<Wait::AfterSession>(&after)) return {{"session", s->session}};
  if (const auto* g = std::get_if<GroupId>(&after)) return {{"group", name(*g)}};
  if (const auto* e = std::get_if<Wait::BeforeEvent>(&after)) return {{"before_event", e->event}};
  return word(after);
}

Json PlanWriter::wait(const Wait& w) {
  Json json = Json::object();
  put(json, "at_least_days", w.at_least_days, number);
  put(json, "at_most_days", w.at_most_days, number);
  json["after"] = each(w.after, &PlanWriter::after);
  json["source"] = w.source.value;
  return json;
}

Json PlanWriter::session(const Session& s) {
  Json json{{"name", s.name}};
  if (s.recovery) json["recovery"] = true;
  put(json, "gate", s.gate, &PlanWriter::name);
  json["on"] = array_of(s.on, closed<Weekday>);
  json["prefer"] = array_of(s.prefer, closed<Weekday>);
  json["waits"] = each(s.waits, &PlanWriter::wait);
  json["lines"] = each(s.lines, &PlanWriter::line);
  json["notes"] = s.notes;
  json["source"] = s.source.value;
  return json;
}

Json PlanWriter::week(const Week& w) {
  return {{"kind", word(w.kind)},
          {"sessions", w.sessions},
          {"changes", each(w.changes, &PlanWriter::change)}};
}

Json PlanWriter::block(const Block& b) {
  Json json{{"name", b.name},
            {"rotations", b.rotations},
            {"length", range(b.length)},
            {"times", b.times}};
  put(json, "sessions_per_week", b.sessions_per_week, number);
  json["kind"] = word(b.kind);
  json["follows"] = each(b.follows, &PlanWriter::call);
  json["sessions"] = each(b.sessions, &PlanWriter::session);
  json["weeks"] = each(b.weeks, &PlanWriter::week);
  json["notes"] = b.notes;
  json["source"] = b.source.value;
  return json;
}

}  // namespace meso
