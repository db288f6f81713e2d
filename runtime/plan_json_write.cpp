// The document, what stands in its head, and the values that all of it is made of.
#include "runtime/plan_json_write.h"

#include <charconv>

namespace meso {
namespace {

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

}  // namespace

using Json = PlanWriter::Json;

// ---- values -----------------------------------------------------------------------------------

// A JSON number wherever every reader gets the exact decimal back from it, else its text: doubles
// hold 15 digits. The library's shortest form isn't always the shortest, hence the comparison.
Json PlanWriter::decimal(Decimal value) {
  const std::string exact = value.text();
  if (significant_digits(exact) > 15) return exact;
  if (value.is_whole()) return value.floor();
  double number = 0;
  std::from_chars(exact.data(), exact.data() + exact.size(), number);
  const Json json = number;
  return json.dump() == exact ? json : Json(exact);
}

Json PlanWriter::load(Load l) { return {{"amount", decimal(l.amount)}, {"unit", word(l.unit)}}; }

Json PlanWriter::range(Range r) { return {{"low", r.low}, {"high", r.high}}; }

Json PlanWriter::seconds(TimeRange r) { return range({r.low.count, r.high.count}); }

Json PlanWriter::quantity(const Quantity& q) {
  return {{"low", decimal(q.low)}, {"high", decimal(q.high)}, {"unit", word(q.unit)}};
}

Json PlanWriter::of_reference(const OfReference& r) {
  return {{"percent", decimal(r.percent.value)}, {"reference", text(r.reference)}};
}

// ---- the head ---------------------------------------------------------------------------------

Json PlanWriter::exercise(const Exercise& e) {
  const auto share = [&](const MuscleShare& m) {
    return Json{{"group", name(m.group)}, {"share", decimal(m.share)}};
  };
  Json json{
      {"name", e.name}, {"equipment", word(e.equipment)}, {"muscles", array_of(e.muscles, share)}};
  if (!e.stretches.empty()) json["stretches"] = each(e.stretches, &PlanWriter::name);
  json["compound"] = e.compound;
  json["unilateral"] = e.unilateral;
  json["long_length"] = e.long_length;
  json["eccentric"] = e.eccentric;
  json["lower_body"] = e.lower_body;
  json["any_of_class"] = e.any_of_class;
  json["familiar"] = e.familiar;
  return json;
}

Json PlanWriter::input(const Input& i) {
  Json json{{"reference", text(i.kind)}};
  put(json, "exercise", i.exercise, &PlanWriter::name);
  put(json, "fallback", i.fallback, [](const auto& value) {
    const auto* absolute = std::get_if<Load>(&value);
    return absolute ? load(*absolute) : of_reference(std::get<OfReference>(value));
  });
  json["source"] = i.source.value;
  return json;
}

Json PlanWriter::rounding(const RoundingRule& r) {
  Json json = Json::object();
  put(json, "equipment", r.equipment, closed<Equipment>);
  json["mode"] = word(r.mode);
  json["step"] = load(r.step);
  return json;
}

Json PlanWriter::goal(const Goal& g) {
  Json json{{"metric", word(g.metric)}, {"reference", text(g.reference)}};
  put(json, "exercise", g.exercise, &PlanWriter::name);
  put(json, "group", g.group, &PlanWriter::name);
  put(json, "from", g.from, quantity);
  json["target"] = quantity(g.target);
  json["is_growth"] = g.is_growth;
  put(json, "by_end_of", g.by_end_of, &PlanWriter::name);
  json["source"] = g.source.value;
  return json;
}

Json PlanWriter::track(const Track& t) {
  Json json{{"metric", word(t.metric)}};
  put(json, "exercise", t.exercise, &PlanWriter::name);
  json["source"] = t.source.value;
  return json;
}

Json PlanWriter::size(const SizePurpose& s) {
  return {{"group", name(s.group)}, {"specialise", s.specialise}, {"source", s.source.value}};
}

Json PlanWriter::signal(const OwnSignal& s) {
  return {{"name", s.name},
          {"question", s.question},
          {"scale", range(s.scale)},
          {"higher_is_better", s.higher_is_better},
          {"source", s.source.value}};
}

Json PlanWriter::event(const Event& e) {
  Json json{{"name", e.name}};
  if (const auto* day = std::get_if<Weekday>(&e.when))
    json["weekday"] = word(*day);
  else
    json["date"] = text(std::get<Date>(e.when));
  json["source"] = e.source.value;
  return json;
}

Json PlanWriter::missed(const MissedWork& m) {
  return {{"becomes", word(m.becomes)}, {"source", m.source.value}};
}

Json PlanWriter::progression(const Progression& p) {
  return {{"exercise", name(p.exercise)}, {"name", p.name}, {"rule", name(p.rule)}};
}

Json PlanWriter::return_week(const std::vector<Change>& changes) {
  return each(changes, &PlanWriter::change);
}

Json PlanWriter::return_ramp(const ReturnRamp& r) {
  return {{"after_days_off", r.after_days_off},
          {"weeks", each(r.weeks, &PlanWriter::return_week)},
          {"source", r.source.value}};
}

Json PlanWriter::allow(const Allow& a) {
  Json json{{"guideline", a.guideline}, {"reason", a.reason}};
  put(json, "until", a.until, string);
  json["source"] = a.source.value;
  return json;
}

// ---- the whole --------------------------------------------------------------------------------

Json PlanWriter::document(std::span<const PlanPlace> places) {
  const auto group = [](const Group& g) { return Json{{"id", g.id}, {"name", g.name}}; };
  const auto place = [](const PlanPlace& p) {
    Json json{{"line", p.line}, {"column", p.column}};
    if (!p.file.empty()) json["file"] = p.file;
    return json;
  };
  Json json{
      {"format_version", kPlanFormat}, {"name", plan_.name},         {"by", plan_.by},
      {"level", word(plan_.level)},    {"units", word(plan_.units)}, {"edition", plan_.edition}};
  put(json, "starts", plan_.starts, [](Date date) { return string(text(date)); });
  json["purpose"] = plan_.purpose;
  json["sizes"] = each(plan_.sizes, &PlanWriter::size);
  json["groups"] = array_of(plan_.groups, group);
  json["exercises"] = each(plan_.exercises, &PlanWriter::exercise);
  json["inputs"] = each(plan_.inputs, &PlanWriter::input);
  json["roundings"] = each(plan_.roundings, &PlanWriter::rounding);
  json["goals"] = each(plan_.goals, &PlanWriter::goal);
  json["tracks"] = each(plan_.tracks, &PlanWriter::track);
  json["signals"] = each(plan_.signals, &PlanWriter::signal);
  json["events"] = each(plan_.events, &PlanWriter::event);
  if (!plan_.missed.empty()) json["missed"] = each(plan_.missed, &PlanWriter::missed);
  json["gates"] = each(plan_.gates, &PlanWriter::gate);
  json["rules"] = each(plan_.rules, &PlanWriter::rule);
  json["schemes"] = array_of(plan_.schemes, string);
  json["returns"] = each(plan_.returns, &PlanWriter::return_ramp);
  json["follows"] = each(plan_.follows, &PlanWriter::call);
  json["progressions"] = each(plan_.progressions, &PlanWriter::progression);
  json["blocks"] = each(plan_.blocks, &PlanWriter::block);
  json["allows"] = each(plan_.allows, &PlanWriter::allow);
  json["notes"] = plan_.notes;
  json["source"] = plan_.source.value;
  json["places"] = array_of(places, place);
  return json;
}

std::string plan_json(const Plan& plan, std::span<const PlanPlace> places) {
  return PlanWriter(plan).document(places).dump(2, ' ', false, Json::error_handler_t::replace) +
         "\n";
}

}  // namespace meso
