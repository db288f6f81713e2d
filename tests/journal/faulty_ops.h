// System calls that fail when a test says so.
#pragma once

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <string>

#include "runtime/journal/journal_ops.h"

namespace meso::test {

// The `fail_at`-th call (from 1) fails with `code`; with `and_all_after`, so do all behind it.
// A write that fails may put `written` of its bytes first.
class FaultyOps final : public JournalOps {
 public:
  int fail_at = 0;
  int code = 0;
  bool and_all_after = false;
  std::size_t written = 0;
  std::size_t most_a_write = 0;  // 0: all; more are short writes, which are no failure

  int calls() const { return calls_; }
  bool has_failed() const { return !failed_.empty(); }
  const std::string& failed() const { return failed_; }  // the call's name
  int pauses = 0;

  int open(const char* path, int flags, mode_t mode) override {
    return fails("open") ? -1 : JournalOps::open(path, flags, mode);
  }
  ssize_t read(int file, void* into, std::size_t size) override {
    return fails("read") ? -1 : JournalOps::read(file, into, size);
  }
  ssize_t write(int file, const void* from, std::size_t size) override {
    const bool failing = fails("write");
    if (failing && code == EINTR) return -1;
    if (failing && written > 0) JournalOps::write(file, from, std::min(written, size));
    if (failing) return errno = code, -1;
    return JournalOps::write(file, from, most_a_write > 0 ? std::min(most_a_write, size) : size);
  }
  int fsync(int file) override { return fails("fsync") ? -1 : JournalOps::fsync(file); }
  int ftruncate(int file, off_t size) override {
    return fails("ftruncate") ? -1 : JournalOps::ftruncate(file, size);
  }
  int fstat(int file, struct stat* info) override {
    return fails("fstat") ? -1 : JournalOps::fstat(file, info);
  }
  int stat(const char* path, struct stat* info) override {
    return fails("stat") ? -1 : JournalOps::stat(path, info);
  }
  int flock(int file, int operation) override {
    return fails("flock") ? -1 : JournalOps::flock(file, operation);
  }
  int unlink(const char* path) override { return fails("unlink") ? -1 : JournalOps::unlink(path); }
  char* realpath(const char* path) override {
    return fails("realpath") ? nullptr : JournalOps::realpath(path);
  }
  void pause(int) override { ++pauses; }

 private:
  bool fails(const char* call) {
    ++calls_;
    const bool now = fail_at > 0 && (and_all_after ? calls_ >= fail_at : calls_ == fail_at);
    if (now && failed_.empty()) failed_ = call;
    if (now) errno = code;
    return now;
  }
  int calls_ = 0;
  std::string failed_;
};

}  // namespace meso::test
