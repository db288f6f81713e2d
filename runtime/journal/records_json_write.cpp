#include <charconv>
#include <nlohmann/json.hpp>

#include "base/text.h"
#include "runtime/journal/records_json.h"

namespace meso {
namespace {

using Json = nlohmann::ordered_json;

// A number wherever an ordinary double gives it back unchanged; else its digits as text.
Json decimal(Decimal value) {
  if (value.is_whole()) return value.floor();
  const std::string exact = value.text();
  double number = 0;
  std::from_chars(exact.data(), exact.data() + exact.size(), number);
  const Json json = number;
  return json.dump() == exact ? json : Json(exact);
}

// ---- readings ---------------------------------------------------------------------------------

bool is_scale(std::string_view what) {
  return what == "energy" || what == "sleep" || what == "stress" || what == "mood";
}

void add_complaint(Json& out, const WrittenReading& r) {
  Json& list = out[r.what == "pain" ? "pain" : "red_flags"];
  if (list.is_null()) list = Json::array();
  if (r.word == "none") return;
  if (r.what == "red flag") {
    list.push_back(r.word);
    return;
  }
  Json pain = {{"how", r.word}};
  if (!r.of.empty()) pain["where"] = r.of;
  list.push_back(std::move(pain));
}

void add_value(Json& out, const WrittenReading& r) {
  if (!r.of.empty()) {
    out["maxes"].push_back(
        {{"max", r.what}, {"of", r.of}, {"value", decimal(r.number)}, {"unit", r.unit}});
  } else if (r.unit.empty()) {
    out["values"][std::string(r.what)] = decimal(r.number);
  } else {
    out["values"][std::string(r.what)] = {{"value", decimal(r.number)}, {"unit", r.unit}};
  }
}

void add_reading(Json& out, const WrittenReading& r) {
  constexpr std::string_view kSoreness = "soreness ";
  if (r.what == "soreness")
    out["soreness"][std::string(r.of)] = decimal(r.number);
  else if (r.what.starts_with(kSoreness))
    out["soreness_effects"][std::string(r.what.substr(kSoreness.size()))] = r.word == "yes";
  else if (r.what == "pain" || r.what == "red flag")
    add_complaint(out, r);
  else if (is_scale(r.what))
    out[std::string(r.what)] = decimal(r.number);
  else if (r.what == "HRV")
    out["hrv"] = decimal(r.number);
  else if (r.what == "resting heart rate")
    out["resting_heart_rate"] = decimal(r.number);
  else
    add_value(out, r);
}

// ---- sets -------------------------------------------------------------------------------------

Json set_json(const DoneSet& set) {
  constexpr const char* kAmounts[] = {"reps", "seconds", "meters"};
  Json out = {{kAmounts[static_cast<std::size_t>(set.of)], set.amount}};
  if (set.bodyweight) out["bodyweight"] = true;
  if (set.load)
    out["load"] = {{"amount", decimal(set.load->amount)}, {"unit", text(set.load->unit)}};
  if (set.rir) out["rir"] = decimal(set.rir->value);
  return out;
}

Json exercise_json(const DoneExercise& done) {
  Json out = {{"name", done.name}};
  if (!done.instead_of.empty()) out["for"] = done.instead_of;
  if (done.skipped || done.sets.empty()) {
    out["skipped"] = true;
    return out;
  }
  out["sets"] = Json::array();
  for (const DoneSet& set : done.sets) out["sets"].push_back(set_json(set));
  return out;
}

// ---- records ----------------------------------------------------------------------------------

void put(Json& out, const char* key, std::string_view text) {
  if (!text.empty()) out[key] = text;
}

void add_head(Json& out, EntryKind kind, const Entry& e) {
  if (kind == EntryKind::rename)
    put(out, "name", e.name);
  else
    put(out, "session", e.name);
  put(out, "to", e.to);
  put(out, "block", e.block);
  if (e.week) out["week"] = *e.week;
  if (e.lightened) out["lightened"] = true;
  if (e.broken_off) out["broken_off"] = true;
  if (e.until) out["until"] = text(*e.until);
  put(out, kind == EntryKind::red_flag ? "what" : "reason", e.reason);
  put(out, "by", e.person);
}

Json record_json(const Entry& e) {
  const bool amends = e.kind == EntryKind::amend && e.target;
  const EntryKind kind = amends ? *e.target : e.kind;
  Json out = {{"record", text(kind)}, {"date", text(e.date)}};
  if (amends) out["amends"] = text(e.target_date);
  if (e.kind == EntryKind::remove && e.target) {
    out["kind"] = text(*e.target);
    out["of"] = text(e.target_date);
  }
  add_head(out, kind, e);
  for (const DoneExercise& done : e.exercises) out["exercises"].push_back(exercise_json(done));
  for (const WrittenReading& reading : e.readings) add_reading(out, reading);
  if (e.probe) out["probe"] = {{"exercise", e.probe->exercise}, {"set", set_json(e.probe->set)}};
  for (const std::string_view note : e.notes) out["notes"].push_back(note);
  out["line"] = e.line;
  return out;
}

}  // namespace

std::string journal_json(const Journal& journal) {
  Json out = {{"format_version", kRecordsFormat}, {"plan", journal.plan}};
  put(out, "athlete", journal.athlete);
  out["records"] = Json::array();
  for (const Entry& entry : journal.entries) out["records"].push_back(record_json(entry));
  return out.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace meso
