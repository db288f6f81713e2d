// `meso explain FILE:LINE`.
#pragma once

#include <optional>
#include <string>

#include "compiler/driver/project.h"
#include "compiler/source/file_system.h"

namespace meso {

struct PlanPlaceName {
  std::string path;
  std::string line;  // digits
};

// The last `:NUMBER` is the line, so that a path may hold colons. A column behind it, as messages
// print places, is passed over where the file is found only so.
std::optional<PlanPlaceName> place_in_plan(const std::string& topic, const FileSystem& files);

int run_explain_place(const PlanPlaceName& place, const ProjectChoice& project,
                      const FileSystem& files);

}  // namespace meso
