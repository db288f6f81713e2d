#include <nlohmann/json.hpp>

#include "compiler/sheets/safety_text.h"
#include "compiler/sheets/today.h"

namespace meso {
namespace {

using Json = nlohmann::ordered_json;

inline constexpr int kTodayFormat = 1;

// A key is left out where there is nothing to say.
void put(Json& json, const char* key, const std::string& text) {
  if (!text.empty()) json[key] = text;
}
void put(Json& json, const char* key, const std::vector<std::string>& texts) {
  if (!texts.empty()) json[key] = texts;
}

Json exercise(const TodayExercise& e) {
  Json json = Json::object();
  put(json, "label", e.label);
  json["name"] = e.name;
  put(json, "sets", e.sets);
  put(json, "load", e.load);
  put(json, "effort", e.effort);
  put(json, "rest", e.rest);
  put(json, "tempo", e.tempo);
  put(json, "style", e.style);
  put(json, "warm_up", e.warm_up);
  put(json, "plates", e.plates);
  put(json, "last", e.last);
  put(json, "notes", e.notes);
  return json;
}

Json stop_list() {
  Json list = Json::array();
  for (const StopSection& section : stop_sections())
    list.push_back({{"title", section.title}, {"text", section.text}});
  return list;
}

}  // namespace

std::string today_json(const TodaySheet& sheet) {
  Json json{{"format_version", kTodayFormat}, {"plan", sheet.plan}};
  put(json, "by", sheet.by);
  put(json, "athlete", sheet.athlete);
  json["date"] = sheet.date.substr(sheet.date.find(' ') + 1);
  json["verdict"] = sheet.verdict;
  json["headline"] = sheet.headline;
  if (sheet.stop) {
    json["stop"] = stop_list();
    return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
  }
  put(json, "place", sheet.place);
  put(json, "questions", sheet.questions);
  put(json, "why", sheet.why);
  put(json, "gate", sheet.gate);
  put(json, "gate_place", sheet.gate_place);
  put(json, "needed", sheet.needed);
  put(json, "notices", sheet.notices);
  if (!sheet.session.empty()) {
    json["session"] = sheet.session;
    Json exercises = Json::array();
    for (const TodayExercise& e : sheet.exercises) exercises.push_back(exercise(e));
    json["exercises"] = std::move(exercises);
  }
  put(json, "notes", sheet.notes);
  json["safety"] = sheet.safety;
  return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace meso
