// The file system of the machine. Nothing but driver/ includes this.
#pragma once

#include "compiler/source/file_system.h"

namespace meso {

class Disk final : public FileSystem {
 public:
  // Pipes and devices are read to their end, within the same limit of size.
  IoResult<std::string> read(const std::string& path) const override;
  bool is_directory(const std::string& path) const override;
  bool exists(const std::string& path) const override;
  // Links to files are followed, links to folders aren't: they could lead in a circle. Paths begin
  // with the folder as given, and with nothing when it is ".".
  IoResult<std::vector<std::string>> list(const std::string& folder,
                                          std::string_view ending) const override;
  // Keeps the permissions of a file that it replaces, and writes through a link. What isn't a
  // regular file (/dev/stdout, a pipe) is written to, never replaced.
  [[nodiscard]] std::optional<IoError> write(const std::string& path,
                                             std::string_view content) override;
  [[nodiscard]] std::optional<IoError> append(const std::string& path,
                                              std::string_view content) override;
};

// The folder that relative paths start from, absolute; empty where the system doesn't say.
std::string working_folder();

}  // namespace meso
