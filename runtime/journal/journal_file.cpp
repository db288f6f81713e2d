#include "runtime/journal/journal_file.h"

#include <fcntl.h>
#include <sys/file.h>

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <utility>

#include "base/system_reason.h"

namespace meso::journal {
namespace {

constexpr std::size_t kLargest = 64u << 20;  // bytes; ten thousand records are two million
constexpr int kLockTries = 60;
constexpr int kLockPause = 50;  // ms
constexpr int kOpenTries = 20;
// No device that is taken for a log may become our terminal, or keep us waiting.
constexpr int kFlags = O_CLOEXEC | O_NOCTTY | O_NONBLOCK;

// A signal that comes in between is no failure.
template <class Call>
auto again(Call call) {
  auto result = call();
  while (result < 0 && errno == EINTR) result = call();
  return result;
}

std::string real_path_of(JournalOps& ops, const std::string& path) {
  char* const real = ops.realpath(path.c_str());
  std::string out = real == nullptr ? "" : real;
  std::free(real);
  return out;
}

std::string folder_of(const std::string& path) {
  const std::size_t slash = path.find_last_of('/');
  if (slash == std::string::npos) return ".";
  return path.substr(0, std::max<std::size_t>(slash, 1));
}

std::string open_reason(int code) {
  switch (code) {
    case EISDIR: return "is a folder";
    case EROFS:
    case EACCES: return "permission denied";
    default: return system_reason(code);
  }
}

}  // namespace

void LockedFile::close() {
  if (file_ >= 0) ops_.close(file_);
  file_ = -1;
}

LockedFile::Step LockedFile::fail(std::string reason) {
  reason_ = std::move(reason);
  return Step::failed;
}

std::optional<StoreError> LockedFile::open(const std::string& path, For what) {
  // System calls would read it only up to the NUL, and so take another file.
  if (path.empty() || path.find('\0') != std::string::npos)
    return StoreError{system_reason(ENOENT)};
  path_ = path;
  for (int attempt = 0; attempt < kOpenTries; ++attempt) {
    const Step step = open_once(what);
    if (step == Step::done) return std::nullopt;
    close();
    if (step == Step::failed) return StoreError{reason_};
  }
  return StoreError{"other programs keep replacing it"};
}

LockedFile::Step LockedFile::open_once(For what) {
  file_ = open_or_make(what);
  if (file_ < 0 && errno == EEXIST)
    return real_path_of(ops_, path_).empty() ? fail("is a link that leads nowhere") : Step::gone;
  if (file_ < 0) return fail(open_reason(errno));
  struct stat info {};
  if (again([&] { return ops_.fstat(file_, &info); }) < 0) return fail(system_reason(errno));
  if (S_ISDIR(info.st_mode)) return fail("is a folder");
  if (!S_ISREG(info.st_mode)) return fail("isn't a file that a log can be kept in");
  if (const Step step = lock(what); step != Step::done) return step;
  if (!leads_here()) return Step::gone;
  real_path_ = real_path_of(ops_, path_);
  return real_path_.empty() ? fail(system_reason(errno)) : Step::done;
}

int LockedFile::open_or_make(For what) {
  was_made_ = false;
  const int mode = what == For::writing ? O_RDWR | O_APPEND : O_RDONLY;
  const int file = again([&] { return ops_.open(path_.c_str(), mode | kFlags, 0); });
  if (file >= 0 || errno != ENOENT || what == For::reading) return file;
  const int made = again([&] {
    return ops_.open(path_.c_str(), mode | kFlags | O_CREAT | O_EXCL, S_IRUSR | S_IWUSR);
  });
  was_made_ = made >= 0;
  return made;
}

LockedFile::Step LockedFile::lock(For what) {
  const int kind = (what == For::writing ? LOCK_EX : LOCK_SH) | LOCK_NB;
  for (int attempt = 0;; ++attempt) {
    if (again([&] { return ops_.flock(file_, kind); }) == 0) return Step::done;
    // Some network folders have no locks; a log there is the business of one program at a time.
    if (errno == ENOTSUP || errno == ENOSYS) return Step::done;
    if (errno != EWOULDBLOCK) return fail(system_reason(errno));
    if (attempt == kLockTries) return fail("another meso is writing to it");
    ops_.pause(kLockPause);
  }
}

bool LockedFile::leads_here() {
  struct stat here {
  }, there{};
  if (again([&] { return ops_.fstat(file_, &here); }) < 0) return false;
  if (again([&] { return ops_.stat(path_.c_str(), &there); }) < 0) return false;
  return here.st_dev == there.st_dev && here.st_ino == there.st_ino;
}

bool LockedFile::is_as_left(std::size_t size) {
  struct stat info {};
  return leads_here() && again([&] { return ops_.fstat(file_, &info); }) == 0 &&
         static_cast<std::size_t>(info.st_size) == size;
}

StoreResult<std::string> LockedFile::read_all() {
  struct stat info {};
  if (again([&] { return ops_.fstat(file_, &info); }) < 0) return StoreError{system_reason(errno)};
  std::string text(std::min(static_cast<std::size_t>(info.st_size), kLargest) + 1, '\0');
  std::size_t used = 0;
  for (;;) {
    const ssize_t got =
        again([&] { return ops_.read(file_, text.data() + used, text.size() - used); });
    if (got < 0) return StoreError{system_reason(errno)};
    if (got == 0) break;
    used += static_cast<std::size_t>(got);
    if (used > kLargest)
      return StoreError{"is larger than 64 MB: a log is a few megabytes of text"};
    if (used == text.size()) text.resize(std::min(2 * used + 4096, kLargest + 1));
  }
  text.resize(used);
  return text;
}

int LockedFile::write(std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t put = again([&] { return ops_.write(file_, bytes.data(), bytes.size()); });
    if (put < 0) return errno;
    if (put == 0) return EIO;  // a call that takes nothing would be asked for ever
    bytes.remove_prefix(static_cast<std::size_t>(put));
  }
  return 0;
}

int LockedFile::sync() {
  return again([&] { return ops_.fsync(file_); }) < 0 ? errno : 0;
}

int LockedFile::sync_folder() {
  const std::string folder = folder_of(real_path_);
  const int file =
      again([&] { return ops_.open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0); });
  if (file < 0) return errno;
  const int code = again([&] { return ops_.fsync(file); }) < 0 ? errno : 0;
  ops_.close(file);
  return code == EINVAL ? 0 : code;  // folders that can't be synced keep their names by themselves
}

int LockedFile::cut_to(std::size_t size) {
  const auto length = static_cast<off_t>(size);
  return again([&] { return ops_.ftruncate(file_, length); }) < 0 ? errno : 0;
}

std::optional<StoreError> LockedFile::remove() {
  struct stat info {};
  const bool is_link = ops_.lstat(path_.c_str(), &info) == 0 && S_ISLNK(info.st_mode);
  if (again([&] { return ops_.unlink(real_path_.c_str()); }) < 0)
    return StoreError{system_reason(errno)};
  if (const int code = sync_folder(); code != 0)
    return StoreError{"is deleted, but after a power cut it may be there again: " +
                      system_reason(code)};
  if (is_link) ops_.unlink(path_.c_str());
  return std::nullopt;
}

}  // namespace meso::journal
