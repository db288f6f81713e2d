// The system calls that a log's file takes, so that tests can make each of them fail.
#pragma once

#include <sys/stat.h>
#include <sys/types.h>

#include <cstddef>

namespace meso {

// As the calls of these names: below zero with errno set where they fail.
struct JournalOps {
  virtual ~JournalOps() = default;
  virtual int open(const char* path, int flags, mode_t mode);
  virtual int close(int file);
  virtual ssize_t read(int file, void* into, std::size_t size);
  virtual ssize_t write(int file, const void* from, std::size_t size);
  virtual int fsync(int file);
  virtual int ftruncate(int file, off_t size);
  virtual int fstat(int file, struct stat* info);
  virtual int stat(const char* path, struct stat* info);
  virtual int lstat(const char* path, struct stat* info);
  virtual int flock(int file, int operation);
  virtual int unlink(const char* path);
  // The path without links; nothing, and errno, where it leads nowhere. To be freed.
  virtual char* realpath(const char* path);
  virtual void pause(int milliseconds);
};

JournalOps& system_ops();

}  // namespace meso
