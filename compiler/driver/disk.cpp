#include "compiler/driver/disk.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <memory>

#include "base/text.h"
#include "compiler/driver/system_error.h"

namespace meso {
namespace {

IoError last_error() { return system_error(errno); }

// A file's descriptor, closed when it goes out of scope.
class Descriptor {
 public:
  explicit Descriptor(int number) : number_(number) {}
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  ~Descriptor() { close_now(); }
  void adopt(int number) { number_ = number; }
  bool is_open() const { return number_ >= 0; }
  int number() const { return number_; }
  // A full disk may come to light only here.
  bool close_now() {
    const int number = number_;
    number_ = -1;
    return number < 0 || ::close(number) == 0;
  }

 private:
  int number_;
};

// System calls would read such a path only up to the NUL, and so take another file.
bool has_nul(const std::string& path) { return path.find('\0') != std::string::npos; }

IoResult<std::string> read_all(int file, std::size_t expected) {
  constexpr std::size_t kLimit = FileSystem::kLargestInput;
  std::string text(std::min(expected, kLimit) + 1, '\0');
  std::size_t used = 0;
  for (;;) {
    const ssize_t got = ::read(file, text.data() + used, text.size() - used);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return last_error();
    if (got == 0) break;
    used += static_cast<std::size_t>(got);
    if (used > kLimit) return IoError{"is larger than 16 MB: a plan is a few kilobytes of text"};
    if (used == text.size()) text.resize(std::min(2 * used + 4096, kLimit + 1));
  }
  text.resize(used);
  return text;
}

// Writes all of it, however many bytes the system takes at a time.
bool write_all(int file, std::string_view content) {
  while (!content.empty()) {
    const ssize_t put = ::write(file, content.data(), content.size());
    if (put < 0 && errno == EINTR) continue;
    if (put < 0) return false;
    content.remove_prefix(static_cast<std::size_t>(put));
  }
  return true;
}

std::optional<IoError> write_into(const std::string& path, std::string_view content) {
  Descriptor file(::open(path.c_str(), O_WRONLY | O_CLOEXEC | O_NOCTTY));
  if (!file.is_open() || !write_all(file.number(), content) || !file.close_now())
    return last_error();
  return std::nullopt;
}

std::string parent_of(const std::string& path) {
  const std::size_t slash = path.find_last_of('/');
  if (slash == std::string::npos) return "";
  return path.substr(0, slash == 0 ? 1 : slash);
}

std::optional<IoError> make_folders(const std::string& folder) {
  for (std::size_t end = 1; end <= folder.size(); ++end) {
    if (end < folder.size() && folder[end] != '/') continue;
    const std::string part = folder.substr(0, end);
    struct stat info {};
    if (::stat(part.c_str(), &info) == 0 && S_ISDIR(info.st_mode)) continue;
    if (::mkdir(part.c_str(), 0777) == 0) continue;
    const int code = errno;
    // Another process may have made it meanwhile; a file in its place stays an error.
    if (::stat(part.c_str(), &info) == 0 && S_ISDIR(info.st_mode)) continue;
    return IoError{"needs the folder " + quoted(part) + ": " +
                   (code == EEXIST ? "it is a file" : system_error(code).reason)};
  }
  return std::nullopt;
}

// A new file beside the place where the content shall stand; removed unless it was renamed.
class TemporaryFile {
 public:
  TemporaryFile(const std::string& folder, mode_t mode) : file_(-1) {
    for (int attempt = 0; attempt < 100 && !file_.is_open(); ++attempt) {
      path_ = (folder.empty() || folder.back() == '/' ? folder : folder + "/") + ".meso-" +
              std::to_string(::getpid()) + "-" + std::to_string(attempt) + ".tmp";
      const int number = ::open(path_.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode);
      if (number >= 0)
        file_.adopt(number);
      else if (errno != EEXIST)
        break;
    }
    made_ = file_.is_open();
  }
  TemporaryFile(const TemporaryFile&) = delete;
  TemporaryFile& operator=(const TemporaryFile&) = delete;
  ~TemporaryFile() {
    if (made_) ::unlink(path_.c_str());
  }

  bool is_made() const { return made_; }
  bool fill(std::string_view content) {
    return write_all(file_.number(), content) && file_.close_now();
  }
  bool set_mode(mode_t mode) { return ::fchmod(file_.number(), mode) == 0; }
  bool rename_to(const std::string& place) {
    if (::rename(path_.c_str(), place.c_str()) != 0) return false;
    made_ = false;
    return true;
  }

 private:
  std::string path_;
  Descriptor file_;
  bool made_ = false;
};

// Where a path leads when it is a link to an existing file, so that the link stays a link.
std::string behind_links(const std::string& path) {
  struct stat info {};
  if (::lstat(path.c_str(), &info) != 0 || !S_ISLNK(info.st_mode)) return path;
  const std::unique_ptr<char, decltype(&std::free)> real(::realpath(path.c_str(), nullptr),
                                                         &std::free);
  return real == nullptr ? path : std::string(real.get());
}

std::optional<IoError> replace_file(const std::string& place, std::string_view content,
                                    const struct stat* old) {
  TemporaryFile file(parent_of(place), old == nullptr ? 0666 : 0600);
  if (!file.is_made()) return last_error();
  if (old != nullptr && !file.set_mode(old->st_mode & 07777)) return last_error();
  if (!file.fill(content) || !file.rename_to(place)) return last_error();
  return std::nullopt;
}

}  // namespace

IoResult<std::string> Disk::read(const std::string& path) const {
  if (has_nul(path)) return system_error(ENOENT);
  const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOCTTY));
  if (!file.is_open()) return last_error();
  struct stat info {};
  if (::fstat(file.number(), &info) != 0) return last_error();
  if (S_ISDIR(info.st_mode)) return system_error(EISDIR);
  const bool regular = S_ISREG(info.st_mode);
  return read_all(file.number(), regular ? static_cast<std::size_t>(info.st_size) : 0);
}

bool Disk::is_directory(const std::string& path) const {
  struct stat info {};
  return !has_nul(path) && ::stat(path.c_str(), &info) == 0 && S_ISDIR(info.st_mode);
}

bool Disk::exists(const std::string& path) const {
  struct stat info {};
  return !has_nul(path) && ::lstat(path.c_str(), &info) == 0;
}

std::optional<IoError> Disk::write(const std::string& path, std::string_view content) {
  if (path.empty() || has_nul(path)) return system_error(ENOENT);
  struct stat old {};
  if (::stat(path.c_str(), &old) != 0) {
    if (errno != ENOENT && errno != ENOTDIR) return last_error();
    if (path.back() == '/') return system_error(EISDIR);
    if (auto error = make_folders(parent_of(path))) return error;
    return replace_file(path, content, nullptr);
  }
  if (S_ISDIR(old.st_mode)) return system_error(EISDIR);
  if (!S_ISREG(old.st_mode)) return write_into(path, content);
  // Renaming over it would work, and pass by the owner's wish that it stays as it is.
  if (::access(path.c_str(), W_OK) != 0) return last_error();
  return replace_file(behind_links(path), content, &old);
}

std::optional<IoError> Disk::append(const std::string& path, std::string_view content) {
  if (path.empty() || has_nul(path)) return system_error(ENOENT);
  Descriptor file(::open(path.c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC | O_NOCTTY, 0666));
  if (!file.is_open() || !write_all(file.number(), content) || !file.close_now())
    return last_error();
  return std::nullopt;
}

std::string working_folder() {
  const std::unique_ptr<char, decltype(&std::free)> path(::getcwd(nullptr, 0), &std::free);
  return path == nullptr ? "" : path.get();
}

}  // namespace meso
