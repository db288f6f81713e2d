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

// The map that the file is, or nothing and a report. `what` is "an athlete file".
std::optional<YamlValue> read_map(const SourceFile& file, FileId id, std::string_view what,
                                  std::string_view example, Sink& sink);

}  // namespace meso
