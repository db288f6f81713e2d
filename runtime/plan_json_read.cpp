// The document, what stands in its head, and the values that all of it is made of.
#include "runtime/plan_json_read.h"

#include <algorithm>
#include <cstdint>

#include "base/text.h"
#include "runtime/edition.h"

namespace meso {
namespace {

// Limits of docs/language.md for what stands as it was written. A number of nine digits is the
// largest that the language knows.
constexpr int kMostWeeks = 104, kMostRules = 30, kMostGates = 20, kMostDigits = 999'999'999;

std::string join_words(WordList all) {
  std::vector<std::string> items;
  for (const std::string_view word : all)
    if (!word.empty()) items.emplace_back(word);
  return join_or(items);
}

}  // namespace

// ---- values -----------------------------------------------------------------------------------

void PlanReader::refuse_word(const JsonValue& v, WordList all) {
  v.fail(shown(v.text()) + " isn't " + join_words(all));
}

const JsonValue& PlanReader::not_empty(const JsonValue& list) {
  if (list.items().empty()) list.fail("this list is empty");
  return list;
}

const JsonValue& PlanReader::no_more_than(std::size_t most, const JsonValue& list) {
  if (list.items().size() > most)
    list.fail("these are " + std::to_string(list.items().size()) + ", and at most " +
              std::to_string(most) + " are possible");
  return list;
}

Decimal PlanReader::number(const JsonValue& v, Decimal least, Decimal most) {
  const Decimal value = v.decimal();
  if (value < least || value > most)
    v.fail(value.text() + " isn't a number from " + least.text() + " to " + most.text());
  return value;
}

// Up to 150 % as written, and what weeks and repeats make of it.
Percent PlanReader::percent(const JsonValue& v) {
  return {number(v, Decimal(), Decimal::whole(1500))};
}

Range PlanReader::range(const JsonValue& v, int least, int most) {
  const Range r{v.at("low").whole(least, most), v.at("high").whole(least, most)};
  if (r.low > r.high)
    v.fail("this range runs backwards: " + std::to_string(r.low) + " to " + std::to_string(r.high));
  return r;
}

Load PlanReader::load(const JsonValue& v, int least, int most) {
  return {number(v.at("amount"), Decimal::whole(least), Decimal::whole(most)),
          closed<MassUnit>(v.at("unit"))};
}

Quantity PlanReader::quantity(const JsonValue& v) {
  const Decimal least = Decimal::whole(-kMostDigits), most = Decimal::whole(kMostDigits);
  return {number(v.at("low"), least, most), number(v.at("high"), least, most),
          closed<Unit>(v.at("unit"))};
}

ReferenceKind PlanReader::reference(const JsonValue& v) {
  const auto kind = reference_kind_from(v.text());
  if (kind && kind->reps <= 1000) return *kind;
  v.fail(shown(v.text()) + " isn't a max such as 1RM or 5RM, training max, e1RM or bodyweight");
}

OfReference PlanReader::of_reference(const JsonValue& v) {
  return {percent(v.at("percent")), reference(v.at("reference"))};
}

Date PlanReader::date(const JsonValue& v) {
  if (const auto day = parse_date(v.text())) return *day;
  v.fail(shown(v.text()) + " isn't a day such as 2026-03-31");
}

std::uint32_t PlanReader::index(const JsonValue& v, std::size_t size, std::string_view what) {
  const int place = v.whole(0, INT32_MAX);
  if (static_cast<std::size_t>(place) >= size)
    v.fail("there is no " + std::string(what) + " " + std::to_string(place) +
           ": counted from 0, they are " + std::to_string(size));
  return static_cast<std::uint32_t>(place);
}

// Without places it points nowhere.
SourceId PlanReader::source(const JsonValue& object) {
  const JsonValue& v = object.at("source");
  return {places_.empty() ? static_cast<std::uint32_t>(v.whole(0, INT32_MAX))
                          : index(v, places_.size(), "place")};
}

// ---- names ------------------------------------------------------------------------------------

void PlanReader::Names::add(const JsonValue& name) {
  if (name.text().empty()) name.fail("this name is empty");
  const auto next = static_cast<std::uint32_t>(places.size());
  if (!places.emplace(name.text(), next).second)
    name.fail("two " + std::string(what) + "s are called " + shown(name.text()));
}

PlanReader::Names PlanReader::names_in(const JsonValue& list, std::string_view key,
                                       std::string_view what) {
  Names names{what, {}};
  for (const JsonValue* item : list.items()) names.add(key.empty() ? *item : item->at(key));
  return names;
}

std::uint32_t PlanReader::look_up(const Names& names, const JsonValue& name) {
  const auto found = names.places.find(name.text());
  if (found != names.places.end()) return found->second;
  name.fail("this plan has no " + std::string(names.what) + " " + shown(name.text()));
}

PlanReader::PlanReader(const JsonValue& document)
    : document_(document),
      exercises_(names_in(document.at("exercises"), "name", "exercise")),
      groups_(names_in(document.at("groups"), "id", "group")),
      signals_(names_in(document.at("signals"), "name", "signal")),
      events_(names_in(document.at("events"), "name", "event")),
      gates_(names_in(no_more_than(kMostGates, document.at("gates")), "name", "gate")),
      rules_(names_in(no_more_than(kMostRules, document.at("rules")), "name", "rule")),
      schemes_(names_in(document.at("schemes"), "", "scheme")),
      blocks_(names_in(document.at("blocks"), "name", "block")),
      sessions_{"session", {}} {
  for (const JsonValue* block : document.at("blocks").items())
    for (const JsonValue* session : block->at("sessions").items())
      sessions_.places.emplace(session->at("name").text(), 0);
}

// ---- the head ---------------------------------------------------------------------------------

PlanPlace PlanReader::place(const JsonValue& v) {
  return {static_cast<std::uint32_t>(v.at("line").whole(1, INT32_MAX)),
          static_cast<std::uint32_t>(v.at("column").whole(1, INT32_MAX)),
          maybe(v, "file", string).value_or("")};
}

Group PlanReader::group(const JsonValue& v) { return {v.at("id").text(), v.at("name").text()}; }

MuscleShare PlanReader::muscle_share(const JsonValue& v) {
  return {group_id(v.at("group")), number(v.at("share"), Decimal(), Decimal::whole(1))};
}

Exercise PlanReader::exercise(const JsonValue& v) {
  Exercise e;
  e.name = v.at("name").text();
  e.equipment = closed<Equipment>(v.at("equipment"));
  e.muscles = each(v.at("muscles"), &PlanReader::muscle_share);
  if (const JsonValue* stretches = v.find("stretches"))
    e.stretches = each(*stretches, &PlanReader::group_id);
  e.compound = v.at("compound").flag();
  e.unilateral = v.at("unilateral").flag();
  e.long_length = v.at("long_length").flag();
  e.eccentric = v.at("eccentric").flag();
  e.lower_body = v.at("lower_body").flag();
  e.any_of_class = v.at("any_of_class").flag();
  e.familiar = v.at("familiar").flag();
  return e;
}

Input PlanReader::input(const JsonValue& v) {
  Input i;
  i.kind = reference(v.at("reference"));
  i.exercise = maybe(v, "exercise", &PlanReader::exercise_id);
  if (!i.exercise && i.kind.of != ReferenceKind::Of::bodyweight)
    v.fail("`exercise` is missing: " + text(i.kind) + " of what?");
  if (const JsonValue* fallback = v.find("fallback")) {
    if (fallback->find("percent") != nullptr)
      i.fallback = of_reference(*fallback);
    else
      i.fallback = load_as_written(*fallback);
  }
  i.source = source(v);
  return i;
}

RoundingRule PlanReader::rounding(const JsonValue& v) {
  RoundingRule r;
  r.equipment = maybe(v, "equipment", closed<Equipment>);
  r.mode = closed<Rounding>(v.at("mode"));
  r.step = load_as_written(v.at("step"));
  return r;
}

Goal PlanReader::goal(const JsonValue& v) {
  Goal g;
  g.metric = closed<Metric>(v.at("metric"));
  g.reference = reference(v.at("reference"));
  g.exercise = maybe(v, "exercise", &PlanReader::exercise_id);
  g.group = maybe(v, "group", &PlanReader::group_id);
  g.from = maybe(v, "from", quantity);
  g.target = quantity(v.at("target"));
  g.is_growth = v.at("is_growth").flag();
  g.by_end_of = maybe(v, "by_end_of", &PlanReader::block_id);
  g.source = source(v);
  return g;
}

Track PlanReader::track(const JsonValue& v) {
  return {closed<Metric>(v.at("metric")), maybe(v, "exercise", &PlanReader::exercise_id),
          source(v)};
}

SizePurpose PlanReader::size(const JsonValue& v) {
  return {group_id(v.at("group")), v.at("specialise").flag(), source(v)};
}

OwnSignal PlanReader::signal(const JsonValue& v) {
  return {v.at("name").text(), v.at("question").text(), range(v.at("scale"), 0, 100),
          v.at("higher_is_better").flag(), source(v)};
}

MissedWork PlanReader::missed(const JsonValue& v) {
  return {closed<MissedWork::Becomes>(v.at("becomes")), source(v)};
}

Event PlanReader::event(const JsonValue& v) {
  Event e;
  e.name = v.at("name").text();
  const JsonValue *weekday = v.find("weekday"), *day = v.find("date");
  if ((weekday == nullptr) == (day == nullptr))
    v.fail("an event is on a `weekday` or on a `date`, one of the two");
  if (weekday != nullptr)
    e.when = closed<Weekday>(*weekday);
  else
    e.when = date(*day);
  e.source = source(v);
  return e;
}

Progression PlanReader::progression(const JsonValue& v) {
  return {exercise_id(v.at("exercise")), v.at("name").text(), rule_id(v.at("rule"))};
}

std::vector<Change> PlanReader::return_week(const JsonValue& v) {
  return each(v, &PlanReader::change);
}

ReturnRamp PlanReader::return_ramp(const JsonValue& v) {
  return {v.at("after_days_off").whole(1, 365),
          each(no_more_than(52, v.at("weeks")), &PlanReader::return_week), source(v)};
}

Allow PlanReader::allow(const JsonValue& v) {
  Allow a;
  a.guideline = v.at("guideline").text();
  a.reason = v.at("reason").text();
  if (const auto until = maybe(v, "until", date)) a.until = text(*until);
  a.source = source(v);
  return a;
}

// ---- the whole --------------------------------------------------------------------------------

namespace {

// The first thing that a reader looks at: of a format that it doesn't know it understands nothing.
void check_format(const JsonValue& document) {
  const JsonValue& version = document.at("format_version");
  const int format = version.whole(1, INT32_MAX);
  if (format > kPlanFormat)
    version.fail("this plan is of format " + std::to_string(format) +
                 ", and this meso knows format " + std::to_string(kPlanFormat) +
                 ": use a newer meso");
}

}  // namespace

void PlanReader::check_edition(const JsonValue& document) {
  const JsonValue& edition = document.at("edition");
  plan_.edition = edition.whole(0, 9999);
  if (edition_of(plan_.edition) != nullptr) return;
  std::vector<std::string> known;
  for (const Edition& e : editions()) known.push_back(std::to_string(e.year));
  edition.fail("this meso doesn't know the guidelines of " + std::to_string(plan_.edition) +
               ", only those of " + join_and(known));
}

// Two years: what walks along a plan walks along that much.
void PlanReader::check_length(const JsonValue& blocks) {
  int weeks = 0;
  for (const Block& block : plan_.blocks) weeks += block.length.high * block.times;
  if (weeks > kMostWeeks)
    blocks.fail("this plan runs for " + std::to_string(weeks) + " weeks, and at most " +
                std::to_string(kMostWeeks) + " are possible");
}

LoadedPlan PlanReader::loaded() {
  const JsonValue& v = document_;
  places_ = each(v.at("places"), &PlanReader::place);
  plan_.name = v.at("name").text();
  plan_.by = v.at("by").text();
  plan_.level = closed<Level>(v.at("level"));
  plan_.units = closed<MassUnit>(v.at("units"));
  check_edition(v);
  plan_.starts = maybe(v, "starts", date);
  plan_.purpose = strings(v.at("purpose"));
  plan_.groups = each(v.at("groups"), &PlanReader::group);
  plan_.sizes = each(v.at("sizes"), &PlanReader::size);
  fill(plan_.exercises, v.at("exercises"), &PlanReader::exercise);
  plan_.inputs = each(v.at("inputs"), &PlanReader::input);
  plan_.roundings = each(v.at("roundings"), &PlanReader::rounding);
  plan_.goals = each(v.at("goals"), &PlanReader::goal);
  plan_.tracks = each(v.at("tracks"), &PlanReader::track);
  fill(plan_.signals, v.at("signals"), &PlanReader::signal);
  plan_.events = each(v.at("events"), &PlanReader::event);
  if (const JsonValue* missed = v.find("missed")) plan_.missed = each(*missed, &PlanReader::missed);
  fill(plan_.gates, v.at("gates"), &PlanReader::gate);
  fill(plan_.rules, v.at("rules"), &PlanReader::rule);
  for (std::string& name : strings(v.at("schemes"))) plan_.schemes.add(std::move(name));
  plan_.returns = each(v.at("returns"), &PlanReader::return_ramp);
  plan_.follows = each(v.at("follows"), &PlanReader::call);
  fill(plan_.progressions, v.at("progressions"), &PlanReader::progression);
  fill(plan_.blocks, v.at("blocks"), &PlanReader::block);
  check_length(v.at("blocks"));
  plan_.allows = each(v.at("allows"), &PlanReader::allow);
  plan_.notes = strings(v.at("notes"));
  plan_.source = source(v);
  return {std::move(plan_), std::move(places_)};
}

std::variant<LoadedPlan, PlanJsonError> read_plan_json(std::string_view text) {
  const auto parsed = parse_json(text);
  if (const auto* error = std::get_if<PlanJsonError>(&parsed)) return *error;
  try {
    const JsonValue& document = std::get<JsonTree>(parsed).front();
    check_format(document);
    return PlanReader(document).loaded();
  } catch (const PlanJsonError& error) {
    return error;
  }
}

}  // namespace meso
