#include <array>
#include <vector>

#include "base/text.h"
#include "compiler/catalogue/catalogue.h"
#include "compiler/driver/commands.h"
#include "compiler/guidelines/explain.h"

namespace meso {
namespace {

const KindRow* find_kind(std::string_view topic) {
  for (const KindRow& row : all_kinds())
    if (equal_ignoring_case(row.kind.code, topic) || equal_ignoring_case(row.kind.name, topic))
      return &row;
  return nullptr;
}

std::string kind_text(const KindRow& row) {
  return std::string(row.kind.name) + " (" + std::string(row.kind.code) + ")\n\n  " +
         std::string(text(row.kind.severity)) + ": " + std::string(row.what) + "\n";
}

int report_unknown(const std::string& topic) {
  std::vector<std::string_view> names;
  for (const Guideline* g : all_guidelines()) names.push_back(g->name);
  for (const KindRow& row : all_kinds()) names.push_back(row.kind.name);
  names.push_back("ready");
  std::vector<std::string> near;
  for (const std::string& n : nearest(topic, names)) near.push_back("`" + n + "`");
  notice("nothing is called `" + topic.substr(0, 80) + "`" +
         (near.empty() ? "" : ": did you mean " + join_or(near) + "?"));
  notice(
      "`meso guidelines` lists the guidelines; messages carry their name and code in [brackets]");
  return kFailed;
}

}  // namespace

int run_explain(const std::string& topic) {
  if (equal_ignoring_case(topic, "ready")) {
    print(embedded_text("ready.meso"));
    return kClean;
  }
  if (const Guideline* guideline = find_guideline(topic)) {
    print(explain(*guideline, editions().back().year));
    return kClean;
  }
  if (const KindRow* row = find_kind(topic)) {
    print(kind_text(*row));
    return kClean;
  }
  return report_unknown(topic);
}

int run_guidelines(int edition) {
  if (edition != 0 && edition_of(edition) == nullptr) {
    std::vector<std::string> known;
    for (const Edition& e : editions()) known.push_back(std::to_string(e.year));
    notice("there is no edition " + std::to_string(edition) + ": there is " + join_and(known));
    return kFailed;
  }
  const int year = edition != 0 ? edition : editions().back().year;
  print("Guidelines, edition " + std::to_string(year) + "\n\n");
  for (const Guideline* g : all_guidelines()) {
    std::string line = "  " + std::string(g->code) + "  " + std::string(g->name);
    line.resize(std::max<std::size_t>(line.size() + 2, 36), ' ');
    line += text(g->severity);
    line.resize(std::max<std::size_t>(line.size() + 2, 45), ' ');
    print(line + std::string(g->summary) + "\n");
  }
  print("\nmeso explain NAME says why, from where, and how far it can be trusted.\n");
  return kClean;
}

}  // namespace meso
