// What a project changes about guidelines: see docs/configuration.md.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "base/decimal.h"
#include "compiler/diag/diagnostic.h"

namespace meso {

struct ConfiguredSeverity {
  std::optional<Severity> severity;  // of the gravest findings; nothing: the guideline is off
  std::string from;                  // "meso.yaml:7"
};
struct ConfiguredThreshold {
  Decimal value;
  std::string from;
};

struct GuidelineSettings {
  std::map<std::string, ConfiguredSeverity, std::less<>> severities;  // by the guideline's name
  std::map<std::pair<std::string, std::string>, ConfiguredThreshold> thresholds;

  const ConfiguredSeverity* severity(std::string_view guideline) const {
    const auto at = severities.find(guideline);
    return at == severities.end() ? nullptr : &at->second;
  }
  const ConfiguredThreshold* threshold(std::string_view guideline, std::string_view name) const {
    if (thresholds.empty()) return nullptr;
    const auto at = thresholds.find({std::string(guideline), std::string(name)});
    return at == thresholds.end() ? nullptr : &at->second;
  }
};

}  // namespace meso
