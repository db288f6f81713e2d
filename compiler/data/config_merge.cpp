#include "compiler/data/config_merge.h"

#include <algorithm>
#include <utility>

#include "base/glob.h"
#include "base/path.h"
#include "base/text.h"

namespace meso {
namespace {

std::string rooted_pattern(const std::string& pattern, const std::string& folder) {
  if (pattern.starts_with('/')) return pattern;
  const std::string name = pattern.ends_with('/') ? pattern.substr(0, pattern.size() - 1) : pattern;
  return folder + (name.find('/') == name.npos ? "/**/" : "/") + name;
}

// A value set once, as text that can be compared.
struct Single {
  std::string key, value;
  Span place;
};

std::vector<Single> singles(const Config& config) {
  std::vector<Single> out;
  if (config.edition)
    out.push_back({"guidelines", std::to_string(config.edition->value), config.edition->place});
  for (const auto& [name, set] : config.choices.severities)
    out.push_back(
        {"severities: " + name, set.value ? std::string(text(*set.value)) : "off", set.place});
  for (const auto& [key, set] : config.choices.thresholds)
    out.push_back(
        {"thresholds: " + key.guideline + ": " + key.threshold, set.value.text(), set.place});
  if (config.longer_by)
    out.push_back({"recovery: longer by", config.longer_by->value.text(), config.longer_by->place});
  if (config.paper) out.push_back({"sheets: paper", config.paper->value, config.paper->place});
  return out;
}

template <class T>
void append(std::vector<T>& list, const std::vector<T>& more) {
  list.insert(list.end(), more.begin(), more.end());
}

template <class T>
void replace(std::optional<T>& value, const std::optional<T>& over) {
  if (over) value = over;
}

bool any_matches(const std::vector<std::string>& patterns, const std::string& path) {
  return std::any_of(patterns.begin(), patterns.end(),
                     [&](const std::string& pattern) { return matches_glob(pattern, path); });
}

}  // namespace

Config rooted(Config config, const std::string& folder) {
  for (PathChoices& one : config.overrides)
    for (std::string& path : one.paths) path = rooted_pattern(path, folder);
  for (auto& pattern : config.exclude) pattern.value = rooted_pattern(pattern.value, folder);
  for (auto& path : config.libraries) path.value = absolute_path(path.value, folder);
  return config;
}

GuidelineChoices merged(GuidelineChoices under, const GuidelineChoices& over) {
  for (const auto& [name, set] : over.severities) under.severities[name] = set;
  for (const auto& [key, set] : over.thresholds) under.thresholds[key] = set;
  return under;
}

Config merged(Config under, const Config& over) {
  replace(under.edition, over.edition);
  replace(under.longer_by, over.longer_by);
  replace(under.paper, over.paper);
  under.choices = merged(std::move(under.choices), over.choices);
  append(under.overrides, over.overrides);
  append(under.exclude, over.exclude);
  append(under.libraries, over.libraries);
  return under;
}

std::vector<Disagreement> disagreements(const Config& a, const Config& b) {
  std::vector<Disagreement> out;
  const std::vector<Single> others = singles(b);
  for (const Single& one : singles(a))
    for (const Single& other : others)
      if (one.key == other.key && one.value != other.value)
        out.push_back({one.key, one.place, other.place});
  return out;
}

bool settles(const Config& config, std::string_view key) {
  const std::vector<Single> own = singles(config);
  return std::any_of(own.begin(), own.end(), [&](const Single& one) { return one.key == key; });
}

GuidelineChoices choices_for(const Config& config, const std::string& path) {
  GuidelineChoices out = config.choices;
  for (const PathChoices& one : config.overrides)
    if (any_matches(one.paths, path)) out = merged(std::move(out), one.choices);
  return out;
}

bool is_excluded(const Config& config, const std::string& path) {
  return std::any_of(config.exclude.begin(), config.exclude.end(),
                     [&](const auto& pattern) { return matches_glob(pattern.value, path); });
}

}  // namespace meso
