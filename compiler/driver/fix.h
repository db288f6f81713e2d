// `meso check --fix`: applies fixes to files before they are checked.
#pragma once

#include <string>
#include <vector>

#include "compiler/driver/project.h"
#include "compiler/source/file_system.h"

namespace meso {

// Mends these files (folders expanded already), and says on stderr what was done. False when a file
// couldn't be written. What can't be read is left to the check.
bool fix_files(const std::vector<std::string>& paths, const ProjectChoice& project, bool suggested,
               FileSystem& files);

}  // namespace meso
