// From what was named on the command line to texts: files, folders and `-` for standard input.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "compiler/findings/check_report.h"
#include "compiler/source/file_system.h"
#include "compiler/source/source.h"

namespace meso {

struct Inputs {
  std::vector<FileId> files;
  std::vector<UnreadInput> unread;  // what couldn't be read; it was said on stderr
};

// Folders give their files of this ending, sorted; anything else stays as it was named.
struct Paths {
  std::vector<std::string> files;
  std::vector<UnreadInput> unread;  // folders that can't be read or have no plans; said on stderr
};
// A quoted pattern (`plans/**/*.meso`) is a folder of which only what matches is taken. Of what is
// found in folders `leaves_out` may leave some out; what is named is always read.
Paths files_of(const std::vector<std::string>& paths, const FileSystem& files,
               std::string_view ending = ".meso",
               const std::function<bool(const std::string&)>& leaves_out = {});

// All of these files, decoded. `stdin_name` is what `-` is called in messages.
Inputs read_inputs(const Paths& paths, const std::string& stdin_name, const FileSystem& files,
                   SourceSet& sources);

// A file's bytes, `-` for standard input, and the text in them (see decode()); nothing, and said on
// stderr under `name`, when there is none.
std::optional<std::string> read_bytes(const std::string& path, const std::string& name,
                                      const FileSystem& files);
std::optional<std::string> decode_input(std::string bytes, const std::string& name);

// One text file, decoded; nothing (and said on stderr) when it can't be.
std::optional<FileId> read_input(const std::string& path, const std::string& stdin_name,
                                 const FileSystem& files, SourceSet& sources);

}  // namespace meso
