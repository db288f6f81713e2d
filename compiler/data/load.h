// Loads as data files write them: `102.5 kg`, `225 lb`.
#pragma once

#include <optional>
#include <string_view>

#include "base/quantity.h"
#include "compiler/data/yaml.h"

namespace meso {

// "a list", "a map", "text", "nothing": what stands where something else is wanted.
std::string_view shape_words(YamlValue::Kind kind);

// The load, or nothing with the reason in the sink. `usual` is the unit that a fix proposes where
// the number stands without one.
std::optional<Load> read_load(const YamlValue& value, MassUnit usual, Sink& sink);

// In `[2,5 kg]` and `{bench: 102,5 kg}` YAML splits the number at its decimal comma, into `left`
// and what `right` holds. Reports it once, if that is what happened here.
bool report_split_decimal(const YamlValue& left, Span right, std::string_view right_text,
                          Sink& sink);

}  // namespace meso
