// Records that come as JSON, and what they come to as JSON.
#pragma once

#include <string>

#include "compiler/driver/running.h"
#include "compiler/sheets/today.h"

namespace meso {

// Reads all records, writes them, or none, and prints what today is. The code to end with.
int log_from_json(const RunOptions& options, const std::string& text, Running& running);

// What was written and what today is, for programs.
std::string written_json(const std::string& records, const TodaySheet& sheet);

}  // namespace meso
