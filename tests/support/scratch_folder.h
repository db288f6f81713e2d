// A folder of its own for each test, removed afterwards with all that is in it.
#pragma once

#include <cstdlib>
#include <filesystem>
#include <string>

namespace meso::test {

class ScratchFolder {
 public:
  ScratchFolder() {
    std::string pattern = (std::filesystem::temp_directory_path() / "meso-test-XXXXXX").string();
    root_ = ::mkdtemp(pattern.data());
  }
  ScratchFolder(const ScratchFolder&) = delete;
  ScratchFolder& operator=(const ScratchFolder&) = delete;
  ~ScratchFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(root_, ignored);
  }
  std::string operator()(const std::string& path) const { return root_ + "/" + path; }
  std::string root() const { return root_; }

 private:
  std::string root_;
};

}  // namespace meso::test
