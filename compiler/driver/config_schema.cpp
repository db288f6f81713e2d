// `meso config schema`: the JSON Schema of meso.yaml, made from the guidelines that it may tune.
#include <nlohmann/json.hpp>
#include <string>

#include "compiler/data/config.h"
#include "compiler/driver/commands.h"
#include "compiler/driver/project.h"

namespace meso {
namespace {

using Json = nlohmann::ordered_json;

Json object(Json properties, std::string description) {
  return {{"type", "object"},
          {"description", std::move(description)},
          {"additionalProperties", false},
          {"properties", std::move(properties)}};
}

// A number, with or without its unit. That it lies inside its range only a number can say here;
// `meso` checks both.
Json number(const ThresholdName& what) {
  const Json bare = {{"type", what.whole ? "integer" : "number"},
                     {"minimum", what.low.to_double()},
                     {"maximum", what.high.to_double()}};
  const Json with_unit = {{"type", "string"}, {"pattern", "^[0-9]+(\\.[0-9]+)?( *[^0-9., ].*)?$"}};
  return {{"description", "in " + std::string(what.unit) + ", from " + what.low.text() + " to " +
                              what.high.text()},
          {"anyOf", Json::array({bare, with_unit})}};
}

Json paths(std::string description) {
  return {{"description", std::move(description)},
          {"anyOf",
           Json::array({{{"type", "string"}, {"minLength", 1}},
                        {{"type", "array"}, {"items", {{"type", "string"}, {"minLength", 1}}}}})}};
}

Json severities(const ConfigNames& names) {
  Json each = Json::object();
  for (const GuidelineName& g : names.guidelines)
    if (!g.fixed)
      for (const std::string_view name : {g.name, g.code})
        each[std::string(name)] = {{"$ref", "#/$defs/severity"}};
  return object(std::move(each), "of the gravest findings of a guideline, or off");
}

Json thresholds(const ConfigNames& names) {
  Json each = Json::object();
  for (const GuidelineName& g : names.guidelines) {
    if (g.fixed || g.thresholds.empty()) continue;
    Json numbers = Json::object();
    for (const ThresholdName& t : g.thresholds) numbers[std::string(t.name)] = number(t);
    each[std::string(g.name)] = object(numbers, "the numbers of " + std::string(g.name));
    each[std::string(g.code)] = {
        {"$ref", "#/properties/thresholds/properties/" + std::string(g.name)}};
  }
  return object(std::move(each), "the numbers that guidelines are held by");
}

Json schema() {
  const ConfigNames names = config_names(editions().back().year);
  Json years = Json::array();
  for (const int year : names.editions) years.push_back(year);
  const Json one = {{"type", "object"},
                    {"additionalProperties", false},
                    {"required", Json::array({"paths"})},
                    {"properties",
                     {{"paths", paths("patterns of files, as seen from this file's folder")},
                      {"severities", {{"$ref", "#/properties/severities"}}},
                      {"thresholds", {{"$ref", "#/properties/thresholds"}}}}}};
  Json properties = {
      {"extends", paths("configurations that this one changes; it wins over them")},
      {"guidelines",
       {{"description", "the edition that every plan is held against"}, {"enum", years}}},
      {"severities", severities(names)},
      {"thresholds", thresholds(names)},
      {"overrides",
       {{"description", "for some files only; the last that matches wins"},
        {"type", "array"},
        {"items", one}}},
      {"exclude", paths("patterns of files that folders leave out")},
      {"catalogue", paths("libraries that every plan uses, for exercises of one's own")},
      {"recovery", object({{"longer by", number({"longer by", "%", Decimal(), kMostLonger})}},
                          "how the recovery table is taken")},
      {"sheets", object({{"paper", {{"enum", Json::array({"a4", "letter", "any"})}}}},
                        "how sheets are printed")}};
  Json out = {{"$schema", "https://json-schema.org/draft/2020-12/schema"},
              {"title", "meso.yaml"},
              {"description", "How a project wants its plans checked; docs/configuration.md"}};
  out.update(object(std::move(properties),
                    "How a project wants its plans checked; docs/configuration.md"));
  out["type"] = Json::array({"object", "null"});
  out["$defs"] = {
      {"severity", {{"enum", Json::array({"off", "note", "warning", "error", false})}}}};
  return out;
}

}  // namespace

int run_config_schema() {
  print(schema().dump(2) + "\n");
  return kClean;
}

}  // namespace meso
