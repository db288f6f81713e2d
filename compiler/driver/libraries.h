// The libraries that a file uses: `use "lib/gates.meso"`, the path as seen from the file's folder.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "compiler/data/config.h"
#include "compiler/diag/diagnostic.h"
#include "compiler/source/file_system.h"
#include "compiler/source/source.h"
#include "compiler/syntax/tree.h"

namespace meso {

// Reads a text into the sources, or says why not.
using ReadLibrary = std::function<IoResult<FileId>(const std::string& path)>;
ReadLibrary library_reader(const FileSystem& files, SourceSet& sources);

// All that the file uses, directly or by another, each once and behind what it uses itself: first
// those that its project gives to every plan. What can't be used is reported where it is named.
std::vector<Tree> read_libraries(const Tree& tree, const SourceSet& sources,
                                 const ReadLibrary& read,
                                 const std::vector<Setting<std::string>>& of_project, Sink& sink);

}  // namespace meso
