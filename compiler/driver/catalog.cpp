#include <algorithm>
#include <vector>

#include "base/text.h"
#include "compiler/catalogue/catalogue.h"
#include "compiler/driver/commands.h"

namespace meso {
namespace {

std::string group_names(const Catalogue& c, std::span<const std::uint8_t> groups) {
  std::string out;
  for (const std::uint8_t g : groups)
    out += (out.empty() ? "" : ", ") + std::string(c.groups[g].name);
  return out;
}

bool trains(const CatalogueExercise& e, std::uint8_t group) {
  return std::find(e.primary.begin(), e.primary.end(), group) != e.primary.end();
}

// How well an exercise answers a query: 0 not at all, then by equipment or pattern, by muscle, by
// part of a name or alias, by its whole name.
int rank(const Catalogue& c, const CatalogueExercise& e, const std::string& query) {
  const std::string name = fold_name(e.name);
  if (name == query) return 5;
  for (const std::string_view alias : e.aliases)
    if (fold_name(alias) == query) return 5;
  if (name.find(query) != name.npos) return 4;
  for (const std::string_view alias : e.aliases)
    if (fold_name(alias).find(query) != std::string::npos) return 3;
  if (const auto group = c.find_group(query); group && trains(e, *group)) return 2;
  return fold_name(text(e.equipment)) == query || fold_name(e.pattern) == query ? 1 : 0;
}

std::string row(const Catalogue& c, const CatalogueExercise& e) {
  std::string out(e.name);
  out.resize(std::max<std::size_t>(out.size() + 2, 34), ' ');
  out += text(e.equipment);
  out.resize(std::max<std::size_t>(out.size() + 2, 46), ' ');
  if (e.pattern == kStretchPattern) out += "stretches ";
  out += e.primary.empty() ? "trains nothing: easy work" : group_names(c, e.primary);
  if (!e.secondary.empty()) out += " (half: " + group_names(c, e.secondary) + ")";
  return out + "\n";
}

std::string details(const CatalogueExercise& e) {
  std::string out;
  for (const std::string_view alias : e.aliases)
    out += (out.empty() ? "  also: " : ", ") + std::string(alias);
  if (!out.empty()) out += "\n";
  std::string likes;
  for (const std::uint16_t like : e.like)
    likes += (likes.empty() ? "  like it: " : ", ") +
             std::string(built_in_catalogue().exercises[like].name);
  return out + (likes.empty() ? "" : likes + "\n");
}

}  // namespace

int run_catalog(const std::string& query) {
  const Catalogue& c = built_in_catalogue();
  const std::string folded = fold_name(query);
  std::vector<std::pair<int, const CatalogueExercise*>> found;
  for (const CatalogueExercise& e : c.exercises)
    if (const int r = folded.empty() ? 1 : rank(c, e, folded); r > 0) found.emplace_back(r, &e);
  std::stable_sort(found.begin(), found.end(),
                   [](const auto& a, const auto& b) { return a.first > b.first; });
  if (found.empty()) {
    std::vector<std::string> near;
    const auto add = [&](const std::vector<std::string>& names) {
      for (const std::string& n : names)
        if (near.size() < 4) near.push_back("`" + n + "`");
    };
    add(c.nearest_exercises(query));
    add(c.nearest_groups(query));
    notice("the catalogue holds nothing for `" + query.substr(0, 80) + "`" +
           (near.empty() ? "" : ": did you mean " + join_or(near) + "?"));
    notice("search by name, alias, muscle group, equipment or movement: meso catalog hamstrings");
    return kFindings;
  }
  for (const auto& [r, e] : found) {
    print(row(c, *e));
    if (r == 5) print(details(*e));
  }
  return kClean;
}

}  // namespace meso
