// `meso guidelines`: the table of an edition, for people and for programs.
#include <algorithm>
#include <nlohmann/json.hpp>

#include "base/text.h"
#include "compiler/driver/commands.h"
#include "compiler/guidelines/guideline.h"

namespace meso {
namespace {

using Json = nlohmann::ordered_json;

constexpr int kFormat = 1;

std::string table(int year) {
  std::size_t longest = 0;
  for (const Guideline* g : all_guidelines()) longest = std::max(longest, g->name.size());
  std::string out = "Guidelines, edition " + std::to_string(year) + "\n\n";
  for (const Guideline* g : all_guidelines())
    out += "  " + std::string(g->code) + "  " + padded(std::string(g->name), longest + 2) +
           padded(std::string(text(g->severity)), 9) + std::string(g->summary) + "\n";
  return out + "\nmeso explain NAME says why, from where, and how far it can be trusted.\n";
}

Json guideline_json(const Guideline& g, int year) {
  Json thresholds = Json::array();
  for (const Threshold& t : thresholds_of(g, year))
    thresholds.push_back(
        {{"name", t.name}, {"value", t.value}, {"unit", t.unit}, {"source", t.source}});
  return {{"code", g.code},         {"name", g.name},
          {"category", g.category}, {"severity", text(g.severity)},
          {"fixed", g.fixed},       {"evidence", text(g.evidence)},
          {"summary", g.summary},   {"thresholds", std::move(thresholds)}};
}

std::string json(int year) {
  Json list = Json::array();
  for (const Guideline* g : all_guidelines()) list.push_back(guideline_json(*g, year));
  return Json{{"format_version", kFormat}, {"edition", year}, {"guidelines", std::move(list)}}.dump(
             2) +
         "\n";
}

}  // namespace

int run_guidelines(const GuidelinesOptions& options) {
  const int year = options.edition != 0 ? options.edition : editions().back().year;
  if (edition_of(year) == nullptr) {
    std::vector<std::string> known;
    for (const Edition& e : editions()) known.push_back(std::to_string(e.year));
    notice("there is no edition " + std::to_string(year) + ": there is " + join_and(known));
    return kFailed;
  }
  print(options.format == "json" ? json(year) : table(year));
  return kClean;
}

}  // namespace meso
