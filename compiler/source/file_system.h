// The world as the compiler sees it. The disk behind it lives in driver/, the tests' one in memory.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace meso {

// Why an input couldn't be read or an output written, in words that stand after the path:
// "no such file or directory", "is a directory", "is larger than 16 MB".
struct IoError {
  std::string reason;
};

template <class T>
using IoResult = std::variant<T, IoError>;

class FileSystem {
 public:
  static constexpr std::uint64_t kLargestInput = 16u << 20;  // bytes; a larger text is refused

  virtual ~FileSystem() = default;
  virtual IoResult<std::string> read(const std::string& path) const = 0;
  virtual bool is_directory(const std::string& path) const = 0;
  // Whether anything has this name: a file, a folder, a link that leads nowhere.
  virtual bool exists(const std::string& path) const = 0;
  // All files below the folder whose name ends in `ending`, sorted by path; hidden folders are
  // passed over.
  virtual IoResult<std::vector<std::string>> list(const std::string& folder,
                                                  std::string_view ending) const = 0;
  // Writes beside the place under a temporary name, then renames: never a half-written file.
  // Missing parent folders are made.
  [[nodiscard]] virtual std::optional<IoError> write(const std::string& path,
                                                     std::string_view content) = 0;
  // Behind what stands in the file, which is made where it isn't there.
  [[nodiscard]] virtual std::optional<IoError> append(const std::string& path,
                                                      std::string_view content) = 0;
};

}  // namespace meso
