#include "compiler/driver/inputs.h"

#include "compiler/driver/terminal.h"

namespace meso {

std::optional<FileId> read_input(const std::string& path, const std::string& stdin_name,
                                 const FileSystem& files, SourceSet& sources) {
  const bool is_stdin = path == "-";
  const std::string name = is_stdin ? stdin_name : path;
  IoResult<std::string> bytes = files.read(is_stdin ? "/dev/stdin" : path);
  if (const auto* error = std::get_if<IoError>(&bytes)) {
    notice((name.empty() ? "\"\"" : name) + ": " + error->reason);
    return std::nullopt;
  }
  auto text = decode(std::move(std::get<std::string>(bytes)));
  if (const auto* error = std::get_if<DecodeError>(&text)) {
    notice(name + " " + error->reason);
    return std::nullopt;
  }
  return sources.add(name, std::move(std::get<std::string>(text)));
}

Inputs read_inputs(const std::vector<std::string>& paths, const std::string& stdin_name,
                   const FileSystem& files, SourceSet& sources) {
  Inputs out;
  const auto read = [&](const std::string& path) {
    if (const auto id = read_input(path, stdin_name, files, sources))
      out.files.push_back(*id);
    else
      out.failed = true;
  };
  for (const std::string& path : paths) {
    if (path == "-" || !files.is_directory(path)) {
      read(path);
      continue;
    }
    const auto found = files.list(path, ".meso");
    if (const auto* error = std::get_if<IoError>(&found)) {
      notice(path + ": " + error->reason);
      out.failed = true;
      continue;
    }
    const auto& list = std::get<std::vector<std::string>>(found);
    if (list.empty()) {
      notice(path + ": no plans (*.meso) in this folder");
      out.failed = true;
    }
    for (const std::string& file : list) read(file);
  }
  return out;
}

}  // namespace meso
