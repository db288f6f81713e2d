// Keys of one map that are written alike.
#pragma once

#include "compiler/data/yaml.h"

namespace meso {

// Reports every key that stands twice, with its first place, and keeps only the first.
void drop_duplicates(YamlValue& map, Sink& sink);

}  // namespace meso
