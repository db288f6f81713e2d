// The built binary, run as a user runs it.
#pragma once

#include <string>
#include <vector>

namespace meso::test {

struct RunOptions {
  std::string folder;                    // to run in; empty: where the tests run
  std::string input;                     // standard input
  std::vector<std::string> environment;  // "NAME=value", on top of a bare one without colour
};

struct RunResult {
  int exit_code = -1;  // 128 + the signal when one ended it
  std::string out;
  std::string err;
};

// Without a shell: arguments arrive as they are.
RunResult run_meso(const std::vector<std::string>& arguments, const RunOptions& options = {});

}  // namespace meso::test
