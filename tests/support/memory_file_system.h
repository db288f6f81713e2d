// A file system in memory, for tests: what was written can be looked at, and reading or writing a
// path can be made to fail.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "compiler/source/file_system.h"

namespace meso::test {

class MemoryFileSystem final : public FileSystem {
 public:
  MemoryFileSystem() = default;
  explicit MemoryFileSystem(std::map<std::string, std::string> files) : files_(std::move(files)) {}

  void add(const std::string& path, std::string content) { files_[path] = std::move(content); }
  void fail_read(const std::string& path, std::string reason) {
    read_failures_[path] = {std::move(reason)};
  }
  void fail_write(const std::string& path, std::string reason) {
    write_failures_[path] = {std::move(reason)};
  }
  const std::map<std::string, std::string>& files() const { return files_; }

  IoResult<std::string> read(const std::string& path) const override {
    if (const auto failure = read_failures_.find(path); failure != read_failures_.end())
      return failure->second;
    if (const auto file = files_.find(path); file != files_.end()) return file->second;
    return IoError{is_directory(path) ? "is a directory" : "no such file or directory"};
  }

  bool is_directory(const std::string& path) const override {
    const std::string prefix = prefix_of(path);
    const auto first = files_.lower_bound(prefix);
    return first != files_.end() && first->first.starts_with(prefix);
  }

  bool exists(const std::string& path) const override {
    return files_.count(path) != 0 || is_directory(path);
  }

  IoResult<std::vector<std::string>> list(const std::string& folder,
                                          std::string_view ending) const override {
    if (const auto failure = read_failures_.find(folder); failure != read_failures_.end())
      return failure->second;
    if (files_.count(folder) != 0) return IoError{"not a directory"};
    if (!is_directory(folder)) return IoError{"no such file or directory"};
    const std::string prefix = prefix_of(folder);
    std::vector<std::string> paths;
    for (const auto& [path, content] : files_)
      if (path.starts_with(prefix) && path.ends_with(ending) &&
          !is_hidden(std::string_view(path).substr(prefix.size())))
        paths.push_back(path);
    return paths;
  }

  [[nodiscard]] std::optional<IoError> write(const std::string& path,
                                             std::string_view content) override {
    if (const auto failure = write_failures_.find(path); failure != write_failures_.end())
      return failure->second;
    if (is_directory(path)) return IoError{"is a directory"};
    files_[path] = std::string(content);
    return std::nullopt;
  }

  [[nodiscard]] std::optional<IoError> append(const std::string& path,
                                              std::string_view content) override {
    const auto old = files_.find(path);
    return write(path, (old == files_.end() ? "" : old->second) + std::string(content));
  }

 private:
  static std::string prefix_of(const std::string& folder) {
    if (folder == ".") return "";
    return folder.ends_with('/') ? folder : folder + "/";
  }
  static bool is_hidden(std::string_view below) {
    return below.starts_with('.') || below.find("/.") != std::string_view::npos;
  }

  std::map<std::string, std::string> files_;
  std::map<std::string, IoError> read_failures_;
  std::map<std::string, IoError> write_failures_;
};

}  // namespace meso::test
