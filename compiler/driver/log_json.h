// Records that come as JSON.
#pragma once

#include <string>

#include "compiler/driver/running.h"

namespace meso {

// Reads all records and writes them, or none, and prints what today is. The code to end with.
int log_from_json(const RunOptions& options, const std::string& text, Running& running);

}  // namespace meso
