// The `severities` and `thresholds` of a configuration.
#pragma once

#include "compiler/data/config.h"
#include "compiler/data/yaml.h"

namespace meso {

void read_severities(const YamlValue::Entry& entry, const ConfigNames& names,
                     GuidelineChoices& choices, Sink& sink);
void read_thresholds(const YamlValue::Entry& entry, const ConfigNames& names,
                     GuidelineChoices& choices, Sink& sink);

// A number with the unit that it may have: `25 %` and `25` where per cent is meant. Nothing, and a
// report, where it is something else or lies outside.
std::optional<Decimal> read_number_of(const YamlValue::Entry& entry, const ThresholdName& what,
                                      Sink& sink);

}  // namespace meso
