// A plan file compiled as `meso` does it, for benchmarks of what comes after.
#pragma once

#include <string>

#include "compiler/driver/pipeline.h"

namespace meso::bench {

// Throws std::runtime_error where the plan has errors.
Compiled compiled_file(const std::string& path);
Compiled compiled_text(std::string text, const std::string& path);

}  // namespace meso::bench
