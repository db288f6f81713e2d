#include "compiler/catalogue/catalogue.h"

#include <algorithm>

#include "base/text.h"

namespace meso {
namespace {

constexpr std::size_t kMostSuggestions = 3;

// The nearest spellings, but only the nearest one of each thing that they mean.
template <class Meaning>
std::vector<std::string> nearest_of(std::string_view name, const std::vector<std::string_view>& all,
                                    Meaning meaning) {
  std::vector<std::string> out;
  std::vector<decltype(meaning(std::string()))> seen;
  for (std::string& near : nearest(name, all, 8 * kMostSuggestions)) {
    const auto thing = meaning(near);
    if (std::find(seen.begin(), seen.end(), thing) != seen.end()) continue;
    seen.push_back(thing);
    out.push_back(std::move(near));
    if (out.size() == kMostSuggestions) break;
  }
  return out;
}

}  // namespace

const CatalogueExercise* Catalogue::find(std::string_view name) const {
  const std::string key = fold_name(name);
  const std::size_t mask = slots.size() - 1;  // a power of two
  for (std::size_t at = hash_name(key) & mask; !slots[at].key.empty(); at = (at + 1) & mask)
    if (slots[at].key == key) return &exercises[slots[at].index];
  return nullptr;
}

std::optional<std::uint8_t> Catalogue::find_group(std::string_view name) const {
  const std::string key = fold_name(name);
  for (std::size_t i = 0; i < groups.size(); ++i) {
    const auto means = [&](std::string_view spelling) { return fold_name(spelling) == key; };
    if (means(groups[i].name) ||
        std::any_of(groups[i].aliases.begin(), groups[i].aliases.end(), means))
      return static_cast<std::uint8_t>(i);
  }
  return std::nullopt;
}

const CatalogueClass* Catalogue::find_class(std::string_view name) const {
  const std::string key = fold_name(name);
  const auto means = [&](std::string_view spelling) { return fold_name(spelling) == key; };
  for (const CatalogueClass& c : classes)
    if (means(c.name) || std::any_of(c.aliases.begin(), c.aliases.end(), means)) return &c;
  return nullptr;
}

std::vector<std::string> Catalogue::nearest_exercises(std::string_view name) const {
  std::vector<std::string_view> all;
  for (const CatalogueExercise& e : exercises) all.push_back(e.name);
  for (const CatalogueExercise& e : exercises)
    all.insert(all.end(), e.aliases.begin(), e.aliases.end());
  return nearest_of(name, all, [this](const std::string& near) { return find(near); });
}

std::vector<std::string> Catalogue::nearest_groups(std::string_view name) const {
  std::vector<std::string_view> all;
  for (const CatalogueGroup& g : groups) all.push_back(g.name);
  for (const CatalogueGroup& g : groups) all.insert(all.end(), g.aliases.begin(), g.aliases.end());
  return nearest_of(name, all, [this](const std::string& near) { return find_group(near); });
}

std::vector<std::string> Catalogue::nearest_classes(std::string_view name) const {
  std::vector<std::string_view> all;
  for (const CatalogueClass& c : classes) all.push_back(c.name);
  return nearest_of(name, all, [this](const std::string& near) { return find_class(near); });
}

}  // namespace meso
