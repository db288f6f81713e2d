// Where the plan's parts stand in its text, for what is read without the compiler.
#pragma once

#include <string>
#include <vector>

#include "compiler/driver/pipeline.h"
#include "runtime/plan_json.h"

namespace meso {

// A library's path as seen from the plan's folder.
std::string path_from(const std::string& plan, const std::string& library);
// By SourceId.
std::vector<PlanPlace> places_of(const Compiled& compiled, const SourceSet& sources);

}  // namespace meso
