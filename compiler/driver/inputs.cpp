#include "compiler/driver/inputs.h"

#include <utility>

#include "compiler/driver/terminal.h"

namespace meso {
namespace {

// The files of this ending below a folder; said on stderr when there are none.
bool add_folder(const std::string& folder, const FileSystem& files, std::string_view ending,
                std::vector<std::string>& out) {
  const auto found = files.list(folder, ending);
  if (const auto* error = std::get_if<IoError>(&found)) {
    notice(folder + ": " + error->reason);
    return false;
  }
  const auto& list = std::get<std::vector<std::string>>(found);
  if (list.empty())
    notice(folder + ": no " + (ending == ".meso" ? "plans" : "files") + " (*" +
           std::string(ending) + ") in this folder");
  out.insert(out.end(), list.begin(), list.end());
  return !list.empty();
}

}  // namespace

Paths files_of(const std::vector<std::string>& paths, const FileSystem& files,
               std::string_view ending) {
  Paths out;
  for (const std::string& path : paths) {
    if (path == "-" || !files.is_directory(path))
      out.files.push_back(path);
    else if (!add_folder(path, files, ending, out.files))
      out.failed = true;
  }
  return out;
}

std::optional<std::string> read_bytes(const std::string& path, const std::string& name,
                                      const FileSystem& files) {
  IoResult<std::string> bytes = files.read(path == "-" ? "/dev/stdin" : path);
  const auto* error = std::get_if<IoError>(&bytes);
  if (error == nullptr) return std::get<std::string>(std::move(bytes));
  notice((name.empty() ? "\"\"" : name) + ": " + error->reason);
  return std::nullopt;
}

std::optional<std::string> decode_input(std::string bytes, const std::string& name) {
  auto text = decode(std::move(bytes));
  const auto* error = std::get_if<DecodeError>(&text);
  if (error == nullptr) return std::get<std::string>(std::move(text));
  notice(name + " " + error->reason);
  return std::nullopt;
}

std::optional<FileId> read_input(const std::string& path, const std::string& stdin_name,
                                 const FileSystem& files, SourceSet& sources) {
  const std::string name = path == "-" ? stdin_name : path;
  auto bytes = read_bytes(path, name, files);
  if (!bytes) return std::nullopt;
  auto text = decode_input(*std::move(bytes), name);
  if (!text) return std::nullopt;
  return sources.add(name, *std::move(text));
}

Inputs read_inputs(const Paths& paths, const std::string& stdin_name, const FileSystem& files,
                   SourceSet& sources) {
  Inputs out{{}, paths.failed};
  for (const std::string& path : paths.files) {
    if (const auto id = read_input(path, stdin_name, files, sources))
      out.files.push_back(*id);
    else
      out.failed = true;
  }
  return out;
}

}  // namespace meso
