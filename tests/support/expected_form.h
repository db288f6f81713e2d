// What a run of the binary gave, as the text of a golden file.
#pragma once

#include <string>

#include "tests/support/run_meso.h"

namespace meso::test {

inline std::string expected_form(const RunResult& result) {
  std::string text = "exit " + std::to_string(result.exit_code) + "\n";
  if (!result.out.empty()) text += "---- stdout\n" + result.out;
  if (!result.err.empty()) text += "---- stderr\n" + result.err;
  return text;
}

}  // namespace meso::test
