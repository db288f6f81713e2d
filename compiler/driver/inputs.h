// From what was named on the command line to texts: files, folders and `-` for standard input.
#pragma once

#include <string>
#include <vector>

#include "compiler/source/file_system.h"
#include "compiler/source/source.h"

namespace meso {

struct Inputs {
  std::vector<FileId> files;
  bool failed = false;  // something couldn't be read; it was said on stderr
};

// Folders give their *.meso files, sorted. `stdin_name` is what `-` is called in messages.
Inputs read_inputs(const std::vector<std::string>& paths, const std::string& stdin_name,
                   const FileSystem& files, SourceSet& sources);

// One text file, decoded; nothing (and said on stderr) when it can't be.
std::optional<FileId> read_input(const std::string& path, const std::string& stdin_name,
                                 const FileSystem& files, SourceSet& sources);

}  // namespace meso
