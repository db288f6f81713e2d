// Plans checked by the binary, for tests of what it writes about them.
#pragma once

#include <fstream>
#include <nlohmann/json.hpp>
#include <string>
#include <utility>
#include <vector>

#include "tests/support/run_meso.h"

namespace meso::test {

// `meso check` with these arguments.
inline RunResult run_check(std::vector<std::string> arguments, const RunOptions& options) {
  arguments.insert(arguments.begin(), "check");
  return run_meso(arguments, options);
}

inline nlohmann::json parsed(const RunResult& result) { return nlohmann::json::parse(result.out); }

inline void write_text(const std::string& path, const std::string& text) {
  std::ofstream(path, std::ios::binary) << text;
}

// A sound plan but for these lines of its session.
inline std::string plan_with(const std::string& lines) {
  return "plan \"P\"\n  guidelines 2026\nblock \"B\" 2 weeks if ready\n  session \"A\"\n    " +
         lines + "\n";
}

// With the same mistake so many times.
inline std::string misspelled(std::size_t times) {
  std::string lines;
  for (std::size_t i = 0; i < times; ++i) lines += "bakc squat 3x5\n    ";
  return plan_with(lines);
}

}  // namespace meso::test
