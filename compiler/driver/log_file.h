// The log as a whole: copied out, and deleted.
#pragma once

#include "compiler/driver/commands.h"

namespace meso {

int export_log(const std::string& path, const FileSystem& files);
// Asks first, unless `yes`.
int forget_log(const std::string& path, bool yes, const FileSystem& files, Prompter& prompter);

}  // namespace meso
