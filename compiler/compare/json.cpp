// Differences for programs: docs/diff.md says what each key means.
#include <nlohmann/json.hpp>

#include "compiler/compare/compare.h"

namespace meso {
namespace {

using Json = nlohmann::ordered_json;

constexpr int kDiffFormat = 1;

template <class T, class Write>
Json list(const std::vector<T>& items, Write write) {
  Json out = Json::array();
  for (const T& item : items) out.push_back(write(item));
  return out;
}

Json difference(const Difference& d) {
  Json out = {{"how", text(d.how)}, {"what", d.what}};
  if (!d.before.empty()) out["before"] = d.before;
  if (!d.after.empty()) out["after"] = d.after;
  return out;
}

Json differences_of(const std::vector<Difference>& differences) {
  return list(differences, difference);
}

// Halves are exact as doubles; a share of sessions that rotate is near enough.
Json hard_sets(const VolumeDifference& v) {
  return {{"group", v.group}, {"before", v.before.to_double()}, {"after", v.after.to_double()}};
}

Json exercise(const ExerciseDifferences& e) {
  return {{"name", e.name}, {"differences", differences_of(e.differences)}};
}

Json session(const SessionDifferences& s) {
  return {{"name", s.name},
          {"differences", differences_of(s.differences)},
          {"exercises", list(s.exercises, exercise)}};
}

Json weeks(const WeekDifferences& w) {
  return {{"numbers", w.weeks},
          {"differences", differences_of(w.differences)},
          {"sessions", list(w.sessions, session)},
          {"hard_sets", list(w.hard_sets, hard_sets)}};
}

Json block(const BlockDifferences& b) {
  Json json = {{"name", b.name}, {"pass", b.pass}};
  if (b.done > 0) json["done"] = b.done;
  json["differences"] = differences_of(b.differences);
  json["weeks"] = list(b.weeks, weeks);
  return json;
}

Json definition(const DefinitionDifferences& d) {
  return {{"what", d.what}, {"name", d.name}, {"differences", differences_of(d.differences)}};
}

}  // namespace

std::string to_json(const Differences& differences, const VersionNames& names) {
  const Json document = {{"format_version", kDiffFormat},
                         {"before", names.before},
                         {"after", names.after},
                         {"different", !differences.empty()},
                         {"plan", differences_of(differences.plan)},
                         {"definitions", list(differences.definitions, definition)},
                         {"blocks", list(differences.blocks, block)}};
  return document.dump(2) + "\n";
}

}  // namespace meso
