// One configuration and all that it extends, read and put together.
#pragma once

#include <optional>
#include <string>

#include "compiler/data/config.h"
#include "compiler/source/file_system.h"
#include "compiler/source/source.h"

namespace meso {

// `path` is absolute. What is wrong goes to the sink, or where there is no place for it (a file
// that can't be read) is said on stderr: then there is no result. Circles of `extends`, files that
// aren't there, extended files that disagree, thresholds in the wrong order.
std::optional<Config> read_config_with_bases(const std::string& path, const FileSystem& files,
                                             const std::string& run_folder, SourceSet& sources,
                                             Sink& sink);

}  // namespace meso
