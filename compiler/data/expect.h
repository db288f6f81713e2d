// What the readers of data files share: shapes that are wanted, and names that were nearly right.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "compiler/data/yaml.h"

namespace meso {

// Reports a value of another shape. `example` shows how it is written.
bool has_shape(const YamlValue::Entry& entry, YamlValue::Kind wanted, std::string_view example,
               Sink& sink);

// "did you mean", with a fix where there is one name.
void suggest(Diagnostic& diagnostic, const std::vector<std::string>& names, Span span);

// Whether the whole file is a map; else it is reported. `what` is "an athlete file".
bool is_map(const YamlValue& root, FileId file, std::string_view what, std::string_view example,
            Sink& sink);

}  // namespace meso
