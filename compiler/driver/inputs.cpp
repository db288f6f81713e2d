#include "compiler/driver/inputs.h"

#include <utility>

#include "base/glob.h"
#include "base/path.h"
#include "compiler/driver/terminal.h"

namespace meso {
namespace {

// What was read, or why it wasn't.
template <class T>
using OrUnread = std::variant<T, UnreadInput>;

template <class T>
std::optional<T> or_notice(OrUnread<T> result) {
  const auto* unread = std::get_if<UnreadInput>(&result);
  if (unread == nullptr) return std::get<T>(std::move(result));
  notice(unread->said);
  return std::nullopt;
}

// The files of this ending below a folder.
OrUnread<std::vector<std::string>> list_folder(const std::string& folder, const FileSystem& files,
                                               std::string_view ending) {
  auto found = files.list(folder, ending);
  if (const auto* error = std::get_if<IoError>(&found))
    return UnreadInput{folder, folder + ": " + error->reason};
  auto list = std::get<std::vector<std::string>>(std::move(found));
  if (!list.empty()) return list;
  return UnreadInput{folder, folder + ": no " + (ending == ".meso" ? "plans" : "files") + " (*" +
                                 std::string(ending) + ") in this folder"};
}

// The files of this ending that match, from the last folder of the pattern that is no pattern.
OrUnread<std::vector<std::string>> list_pattern(const std::string& pattern, const FileSystem& files,
                                                std::string_view ending) {
  const std::string folder = folder_of(pattern.substr(0, pattern.find_first_of("*?")));
  auto found = list_folder(folder.empty() ? "." : folder, files, ending);
  auto* list = std::get_if<std::vector<std::string>>(&found);
  if (list == nullptr) return found;
  std::erase_if(*list, [&](const std::string& file) { return !matches_glob(pattern, file); });
  if (list->empty()) return UnreadInput{pattern, pattern + ": nothing matches this pattern"};
  return found;
}

OrUnread<std::string> bytes_of(const std::string& path, const std::string& name,
                               const FileSystem& files) {
  IoResult<std::string> bytes = files.read(path == "-" ? "/dev/stdin" : path);
  const auto* error = std::get_if<IoError>(&bytes);
  if (error == nullptr) return std::get<std::string>(std::move(bytes));
  return UnreadInput{name, (name.empty() ? "\"\"" : name) + ": " + error->reason};
}

OrUnread<std::string> text_in(std::string bytes, const std::string& name) {
  auto text = decode(std::move(bytes));
  const auto* error = std::get_if<DecodeError>(&text);
  if (error == nullptr) return std::get<std::string>(std::move(text));
  return UnreadInput{name, name + " " + error->reason};
}

OrUnread<FileId> open_input(const std::string& path, const std::string& stdin_name,
                            const FileSystem& files, SourceSet& sources) {
  const std::string name = path == "-" ? stdin_name : path;
  auto bytes = bytes_of(path, name, files);
  if (auto* unread = std::get_if<UnreadInput>(&bytes)) return std::move(*unread);
  auto text = text_in(std::get<std::string>(std::move(bytes)), name);
  if (auto* unread = std::get_if<UnreadInput>(&text)) return std::move(*unread);
  return sources.add(name, std::get<std::string>(std::move(text)));
}

}  // namespace

Paths files_of(const std::vector<std::string>& paths, const FileSystem& files,
               std::string_view ending, const std::function<bool(const std::string&)>& leaves_out) {
  Paths out;
  for (const std::string& path : paths) {
    const bool pattern = is_glob(path) && !files.exists(path);
    if (!pattern && (path == "-" || !files.is_directory(path))) {
      out.files.push_back(path);
      continue;
    }
    auto found = pattern ? list_pattern(path, files, ending) : list_folder(path, files, ending);
    if (auto* unread = std::get_if<UnreadInput>(&found)) {
      notice(unread->said);
      out.unread.push_back(std::move(*unread));
      continue;
    }
    for (std::string& file : std::get<std::vector<std::string>>(found))
      if (!leaves_out || !leaves_out(file)) out.files.push_back(std::move(file));
  }
  return out;
}

std::optional<std::string> read_bytes(const std::string& path, const std::string& name,
                                      const FileSystem& files) {
  return or_notice(bytes_of(path, name, files));
}

std::optional<std::string> decode_input(std::string bytes, const std::string& name) {
  return or_notice(text_in(std::move(bytes), name));
}

std::optional<FileId> read_input(const std::string& path, const std::string& stdin_name,
                                 const FileSystem& files, SourceSet& sources) {
  return or_notice(open_input(path, stdin_name, files, sources));
}

Inputs read_inputs(const Paths& paths, const std::string& stdin_name, const FileSystem& files,
                   SourceSet& sources) {
  Inputs out{{}, paths.unread};
  for (const std::string& path : paths.files) {
    auto read = open_input(path, stdin_name, files, sources);
    if (auto* unread = std::get_if<UnreadInput>(&read)) {
      notice(unread->said);
      out.unread.push_back(std::move(*unread));
    } else {
      out.files.push_back(std::get<FileId>(read));
    }
  }
  return out;
}

}  // namespace meso
