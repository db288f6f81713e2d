// A log's file, opened and locked: what reading, writing and deleting it share.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "runtime/journal/store.h"

namespace meso::journal {

// Closed, and with that unlocked, when it goes out of scope.
class LockedFile {
 public:
  enum class For : std::uint8_t { reading, writing };

  explicit LockedFile(JournalOps& ops) : ops_(ops) {}
  LockedFile(const LockedFile&) = delete;
  LockedFile& operator=(const LockedFile&) = delete;
  ~LockedFile() { close(); }

  // For writing, a file that isn't there is made. Waits for another that holds the lock.
  std::optional<StoreError> open(const std::string& path, For what);
  StoreResult<std::string> read_all();
  // Is the path still this file, with so many bytes? An editor may have saved over it.
  bool is_as_left(std::size_t size);
  // Behind what is there, however many bytes the system takes at a time; gives errno, or 0.
  int write(std::string_view bytes);
  int sync();
  int sync_folder();
  int cut_to(std::size_t size);
  // Takes the name away, and a link's too.
  std::optional<StoreError> remove();

  bool was_made() const { return was_made_; }

 private:
  // `gone`: another took the file's name away, or gave it to another file; opening starts over.
  enum class Step : std::uint8_t { done, gone, failed };

  Step open_once(For what);
  int open_or_make(For what);
  Step lock(For what);
  bool leads_here();
  Step fail(std::string reason);
  void close();

  JournalOps& ops_;
  std::string path_;
  std::string real_path_;
  std::string reason_;  // of a failed step
  int file_ = -1;
  bool was_made_ = false;
};

}  // namespace meso::journal
