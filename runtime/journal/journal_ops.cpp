#include "runtime/journal/journal_ops.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/file.h>
#include <unistd.h>

#include <cstdlib>

namespace meso {

int JournalOps::open(const char* path, int flags, mode_t mode) { return ::open(path, flags, mode); }
int JournalOps::close(int file) { return ::close(file); }
ssize_t JournalOps::read(int file, void* into, std::size_t size) {
  return ::read(file, into, size);
}
ssize_t JournalOps::write(int file, const void* from, std::size_t size) {
  return ::write(file, from, size);
}
int JournalOps::fsync(int file) { return ::fsync(file); }
int JournalOps::ftruncate(int file, off_t size) { return ::ftruncate(file, size); }
int JournalOps::fstat(int file, struct stat* info) { return ::fstat(file, info); }
int JournalOps::stat(const char* path, struct stat* info) { return ::stat(path, info); }
int JournalOps::lstat(const char* path, struct stat* info) { return ::lstat(path, info); }
int JournalOps::flock(int file, int operation) { return ::flock(file, operation); }
int JournalOps::unlink(const char* path) { return ::unlink(path); }
char* JournalOps::realpath(const char* path) { return ::realpath(path, nullptr); }
void JournalOps::pause(int milliseconds) { ::poll(nullptr, 0, milliseconds); }

// Without state of its own: the calls are the system's.
JournalOps& system_ops() {
  static JournalOps ops;
  return ops;
}

}  // namespace meso
