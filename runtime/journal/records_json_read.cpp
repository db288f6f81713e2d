#include <algorithm>
#include <array>
#include <initializer_list>
#include <optional>

#include "base/text.h"
#include "runtime/journal/records_json.h"

namespace meso {
namespace {

using Kind = JsonValue::Kind;
using Keys = std::vector<std::string_view>;

constexpr std::array kKinds = std::to_array<EntryKind>(
    {EntryKind::check_in, EntryKind::session, EntryKind::off_plan, EntryKind::skip, EntryKind::drop,
     EntryKind::unavailable, EntryKind::red_flag, EntryKind::cleared, EntryKind::overruled,
     EntryKind::athlete, EntryKind::rename, EntryKind::move, EntryKind::remove});

EntryKind kind_from(const JsonValue& value) {
  Keys words;
  for (const EntryKind kind : kKinds) {
    if (value.text() == text(kind)) return kind;
    words.push_back(text(kind));
  }
  const auto near = nearest(value.text(), words, 1);
  value.fail(shown(value.text()) + " is no kind of record" +
             (near.empty() ? "" : "; did you mean " + quoted(near.front()) + "?"));
}

Date date_from(const JsonValue& value) {
  if (const auto date = parse_date(value.text())) return *date;
  value.fail(shown(value.text()) + " is no date like 2026-11-23");
}

// The keys that a record of this kind has, beside those that all have.
Keys keys_of(EntryKind kind) {
  switch (kind) {
    case EntryKind::check_in:
      return {"soreness", "soreness_effects",   "energy",    "sleep",  "stress", "mood", "hrv",
              "pain",     "resting_heart_rate", "red_flags", "values", "maxes",  "probe"};
    case EntryKind::session:
      return {"session", "block",     "week",      "lightened",
              "pain",    "red_flags", "exercises", "broken_off"};
    case EntryKind::off_plan: return {"exercises", "pain", "red_flags"};
    case EntryKind::skip: return {"session", "reason"};
    case EntryKind::drop:
    case EntryKind::overruled: return {"session", "reason", "by"};
    case EntryKind::unavailable: return {"until", "reason"};
    case EntryKind::red_flag: return {"what"};
    case EntryKind::cleared: return {"by", "reason"};
    case EntryKind::athlete: return {"values", "maxes"};
    case EntryKind::rename: return {"name", "to"};
    case EntryKind::move: return {"block", "week"};
    default: return {"kind", "of", "session"};
  }
}

// A mistyped key would be an answer that is lost without a word.
void check_keys(const JsonValue& object, Keys known) {
  for (const JsonValue* member : object.members()) {
    if (std::ranges::count(known, member->key()) > 0) continue;
    const auto near = nearest(member->key(), known, 1);
    object.fail("nothing here is called " + shown(member->key()) +
                (near.empty() ? "" : "; did you mean " + quoted(near.front()) + "?"));
  }
}

std::string text_at(const JsonValue& record, std::string_view key) {
  return quoted_words(record.at(key).text());
}
std::string text_behind(const JsonValue& record, std::string_view key, std::string_view before) {
  const JsonValue* value = record.find(key);
  return value == nullptr ? "" : std::string(before) + quoted_words(value->text());
}

// ---- sets -------------------------------------------------------------------------------------

void read_load(const JsonValue& json, DoneSet& set) {
  const std::string& unit = json.at("unit").text();
  const auto known = unit_from(unit);
  if (!known || !is_mass(*known)) json.fail(shown(unit) + " is neither kg nor lb");
  set.load = Load{json.at("amount").decimal(), known == Unit::kg ? MassUnit::kg : MassUnit::lb};
}

DoneSet set_from(const JsonValue& json) {
  check_keys(json, {"reps", "seconds", "meters", "load", "bodyweight", "rir"});
  DoneSet set;
  constexpr std::array<std::string_view, 3> kAmounts{"reps", "seconds", "meters"};
  int amounts = 0;
  for (std::size_t i = 0; i < kAmounts.size(); ++i) {
    const JsonValue* amount = json.find(kAmounts[i]);
    if (amount == nullptr) continue;
    set.of = static_cast<DoneSet::Of>(i);
    set.amount = amount->whole(0, 100'000);
    ++amounts;
  }
  if (amounts != 1) json.fail("a set has one of `reps`, `seconds` and `meters`");
  if (const JsonValue* own = json.find("bodyweight")) set.bodyweight = own->flag();
  if (const JsonValue* load = json.find("load")) read_load(*load, set);
  if (const JsonValue* rir = json.find("rir")) set.rir = Rir{rir->decimal()};
  return set;
}

// As data, or as the log writes them: `3x8 100 kg @ RIR 2`.
std::string sets_from(const JsonValue& json) {
  if (json.is(Kind::string)) {
    const std::string& words = json.text();
    if (words.find_first_of("\r\n\"") != words.npos) json.fail("sets stand on one line");
    return words;
  }
  std::vector<DoneSet> sets;
  for (const JsonValue* set : json.items()) sets.push_back(set_from(*set));
  if (sets.empty()) json.fail("what was left out has `skipped`: true in the place of its sets");
  return sets_text(sets);
}

std::string exercise_from(const JsonValue& json) {
  check_keys(json, {"name", "for", "sets", "skipped"});
  std::string line = bare_words(json.at("name").text());
  const JsonValue* skipped = json.find("skipped");
  if (skipped != nullptr && skipped->flag()) return line + " skipped";
  if (const JsonValue* planned = json.find("for")) line += " for " + bare_words(planned->text());
  return line + " " + sets_from(json.at("sets"));
}

// ---- readings ---------------------------------------------------------------------------------

class Readings {
 public:
  explicit Readings(const JsonValue& record) : record_(record) {}

  // The coach's own values first: behind soreness a bare name would be a muscle group.
  std::vector<std::string> lines() {
    if (const JsonValue* values = record_.find("values"))
      for (const JsonValue* each : values->members()) add(value_from(*each));
    if (const JsonValue* groups = record_.find("soreness"))
      for (const JsonValue* each : groups->members())
        add("soreness " + bare_words(each->key()) + " " + each->decimal().text());
    if (const JsonValue* effects = record_.find("soreness_effects"))
      for (const JsonValue* each : effects->members())
        add("soreness " + bare_words(each->key()) + (each->flag() ? " yes" : " no"));
    for (const char* scale : {"energy", "sleep", "stress", "mood"}) number(scale, scale);
    number("hrv", "HRV");
    number("resting_heart_rate", "resting heart rate");
    complaints();
    if (const JsonValue* maxes = record_.find("maxes"))
      for (const JsonValue* each : maxes->items()) add(max_from(*each));
    if (const JsonValue* probe = record_.find("probe")) add(probe_from(*probe));
    return std::move(lines_);
  }

 private:
  void add(std::string line) { lines_.push_back(std::move(line)); }

  void number(const char* key, const std::string& word) {
    if (const JsonValue* value = record_.find(key)) add(word + " " + value->decimal().text());
  }

  void complaints() {
    if (const JsonValue* pains = record_.find("pain")) {
      if (pains->items().empty()) add("pain none");
      for (const JsonValue* pain : pains->items()) add(pain_from(*pain));
    }
    if (const JsonValue* flags = record_.find("red_flags")) {
      if (flags->items().empty()) add("red flag none");
      for (const JsonValue* flag : flags->items()) add("red flag " + quoted_words(flag->text()));
    }
  }

  static std::string pain_from(const JsonValue& json) {
    check_keys(json, {"how", "where"});
    const std::string& how = json.at("how").text();
    if (how != "dull" && how != "sharp") json.fail(shown(how) + " is neither dull nor sharp");
    const JsonValue* where = json.find("where");
    return "pain " + how + (where == nullptr ? "" : " in " + bare_words(where->text()));
  }

  static std::string value_from(const JsonValue& json) {
    const std::string name = bare_words(json.key());
    if (!json.is(Kind::object)) return name + " " + json.decimal().text();
    check_keys(json, {"value", "unit"});
    return name + " " + json.at("value").decimal().text() + " " +
           bare_words(json.at("unit").text());
  }

  static std::string max_from(const JsonValue& json) {
    check_keys(json, {"max", "of", "value", "unit"});
    return bare_words(json.at("max").text()) + " of " + bare_words(json.at("of").text()) + " " +
           json.at("value").decimal().text() + " " + bare_words(json.at("unit").text());
  }

  static std::string probe_from(const JsonValue& json) {
    check_keys(json, {"exercise", "set"});
    const JsonValue& set = json.at("set");
    return "probe " + bare_words(json.at("exercise").text()) + " " +
           (set.is(Kind::string) ? sets_from(set) : sets_text({set_from(set)}));
  }

  const JsonValue& record_;
  std::vector<std::string> lines_;
};

// ---- records ----------------------------------------------------------------------------------

std::string session_place(const JsonValue& record, Date day, const JsonContext& context) {
  const bool says = record.find("block") != nullptr || record.find("week") != nullptr ||
                    record.find("lightened") != nullptr;
  if (!says && context.place_of) return context.place_of(record.at("session").text(), day);
  std::string out = text_behind(record, "block", " of ");
  if (const JsonValue* week = record.find("week"))
    out += " week " + std::to_string(week->whole(1, 10'000));
  const JsonValue* lightened = record.find("lightened");
  return out + (lightened != nullptr && lightened->flag() ? " lightened" : "");
}

std::string session_head(const JsonValue& record, Date day, const JsonContext& context) {
  std::string out = " " + text_at(record, "session") + session_place(record, day, context);
  const JsonValue* broken = record.find("broken_off");
  return out + (broken != nullptr && broken->flag() ? " broken off" : "");
}

std::string removal(const JsonValue& record) {
  return " " + text(date_from(record.at("of"))) + " " +
         std::string(text(kind_from(record.at("kind")))) + text_behind(record, "session", " ");
}

std::string head_of(EntryKind kind, const JsonValue& r, Date day, const JsonContext& context) {
  const auto why = [&] { return text_behind(r, "reason", " "); };
  switch (kind) {
    case EntryKind::session: return session_head(r, day, context);
    case EntryKind::skip: return " " + text_at(r, "session") + why();
    case EntryKind::drop:
    case EntryKind::overruled:
      return " " + text_at(r, "session") + why() + " by " + text_at(r, "by");
    case EntryKind::unavailable: return " until " + text(date_from(r.at("until"))) + why();
    case EntryKind::red_flag: return " " + text_at(r, "what");
    case EntryKind::cleared: return " by " + text_at(r, "by") + why();
    case EntryKind::rename: return " " + text_at(r, "name") + " to " + text_at(r, "to");
    case EntryKind::move:
      return " at week " + std::to_string(r.at("week").whole(1, 10'000)) + " of " +
             text_at(r, "block");
    case EntryKind::remove: return removal(r);
    default: return "";
  }
}

RecordDraft draft_of(const JsonValue& record, const JsonContext& context) {
  const EntryKind kind = kind_from(record.at("record"));
  Keys known = keys_of(kind);
  for (const char* key : {"record", "date", "amends", "notes", "line"}) known.emplace_back(key);
  check_keys(record, known);
  const JsonValue* date = record.find("date");
  const Date day = date == nullptr ? context.today : date_from(*date);
  const JsonValue* amends = record.find("amends");
  const Date about = amends == nullptr ? day : date_from(*amends);
  RecordDraft draft;
  draft.head = text(day) + " " + (amends == nullptr ? "" : "amend " + text(about) + " ") +
               std::string(text(kind)) + head_of(kind, record, about, context);
  if (const JsonValue* exercises = record.find("exercises"))
    for (const JsonValue* each : exercises->items()) draft.lines.push_back(exercise_from(*each));
  for (std::string& line : Readings(record).lines()) draft.lines.push_back(std::move(line));
  if (const JsonValue* notes = record.find("notes"))
    for (const JsonValue* note : notes->items())
      draft.lines.push_back("note " + quoted_words(note->text()));
  return draft;
}

}  // namespace

std::variant<JsonRecords, PlanJsonError> parse_records(std::string_view text) {
  auto tree = parse_json(text);
  if (auto* error = std::get_if<PlanJsonError>(&tree)) return std::move(*error);
  JsonRecords out{std::get<JsonTree>(std::move(tree)), {}};
  const JsonValue& root = out.tree.front();
  if (!root.is(Kind::list) && !root.is(Kind::object))
    return PlanJsonError{"a record is an object, and several are a list of them"};
  try {
    const JsonValue* inside = root.is(Kind::object) ? root.find("records") : &root;
    if (inside == nullptr)
      out.records.push_back(&root);
    else
      out.records = inside->items();
  } catch (PlanJsonError& error) {
    return std::move(error);
  }
  return out;
}

std::variant<RecordDraft, PlanJsonError> record_of_json(const JsonValue& record,
                                                        const JsonContext& context) {
  try {
    return draft_of(record, context);
  } catch (PlanJsonError& error) {
    return std::move(error);
  }
}

}  // namespace meso
