// Several configurations as one: what extends wins over what is extended, key by key.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "compiler/data/config.h"

namespace meso {

// Its paths and patterns as seen from nowhere in particular: `folder` is where it stands, absolute.
// A pattern without a folder of its own matches at any depth below it.
Config rooted(Config config, const std::string& folder);

// Lists are put one behind the other: the later entries have the last word.
Config merged(Config under, const Config& over);
GuidelineChoices merged(GuidelineChoices under, const GuidelineChoices& over);

// A key that two configurations set differently, where neither extends the other.
struct Disagreement {
  std::string key;  // "thresholds: volume-jump: week warn above"
  Span one, other;
};
std::vector<Disagreement> disagreements(const Config& a, const Config& b);
// Whether the configuration sets that key itself.
bool settles(const Config& config, std::string_view key);

// What holds for one file of the project: that of all, then the overrides that match it, in order.
GuidelineChoices choices_for(const Config& config, const std::string& absolute_path);
bool is_excluded(const Config& config, const std::string& absolute_path);

}  // namespace meso
