// The conformance cases of this folder, and what this compiler makes of them. README.md says what a
// case is; another implementation needs nothing of this file.
#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "compiler/driver/pipeline.h"

namespace meso::test {

struct ConformanceCase {
  std::string name;  // "202-rep-ranges": the files' name without their ending
  SourceSet sources;
  Compiled compiled;
  Sink sink;

  // By the language; what guidelines find leaves the meaning alone.
  bool refused() const;
};

// "NNN-NAME" of every case, in order.
std::vector<std::string> conformance_names();
ConformanceCase run_case(const std::string& name);

// What NAME.json holds: the findings of the language, and the model unless they refuse it.
nlohmann::ordered_json outcome(const ConformanceCase& done);
// One value a line where it is long, short ones beside each other; a line break at the end.
std::string pretty(const nlohmann::ordered_json& json);

}  // namespace meso::test
