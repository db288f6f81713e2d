// A project's configuration, meso.yaml: how it wants its plans checked. docs/configuration.md tells
// every key; this is one file as it stands, before what it extends is put under it.
//
//   guidelines: 2026
//   severities:
//     rest-interval: off
//   thresholds:
//     volume-jump: {week warn above: 25 %}
#pragma once

#include <compare>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/decimal.h"
#include "base/span.h"
#include "compiler/diag/diagnostic.h"
#include "compiler/source/source.h"

namespace meso {

// A value, and where it was set.
template <class T>
struct Setting {
  T value;
  Span place;
};

struct ThresholdKey {
  std::string guideline, threshold;
  friend auto operator<=>(const ThresholdKey&, const ThresholdKey&) = default;
};

// What is asked of guidelines, by their names.
struct GuidelineChoices {
  std::map<std::string, Setting<std::optional<Severity>>> severities;  // nothing: off
  std::map<ThresholdKey, Setting<Decimal>> thresholds;
};

// For the files that a pattern matches, as seen from the configuration's folder.
struct PathChoices {
  std::vector<std::string> paths;
  GuidelineChoices choices;
};

struct Config {
  std::vector<Setting<std::string>> extends;  // paths as written
  std::optional<Setting<int>> edition;
  GuidelineChoices choices;
  std::vector<PathChoices> overrides;
  std::vector<Setting<std::string>> exclude;    // patterns
  std::vector<Setting<std::string>> libraries;  // paths as written
  std::optional<Setting<Decimal>> longer_by;    // %, on every time of the recovery table
  std::optional<Setting<std::string>> paper;
};

// What a configuration may name, so that this folder needs no guidelines.
struct ThresholdName {
  std::string_view name, unit;
  Decimal low, high;
  bool whole = false;  // days, sets: there are no halves of them
};
struct GuidelineName {
  std::string_view name, code;
  bool fixed = false;
  std::vector<ThresholdName> thresholds;
};
struct ConfigNames {
  std::vector<GuidelineName> guidelines;
  std::vector<int> editions;
};

inline constexpr Decimal kMostLonger = Decimal::whole(100);  // %

// What could be read; whatever couldn't is in the sink: unknown keys, guidelines and thresholds
// (with the nearest), values out of range, wrong units, guidelines that are fixed.
Config read_config(const SourceFile& file, FileId id, const ConfigNames& names, Sink& sink);

}  // namespace meso
