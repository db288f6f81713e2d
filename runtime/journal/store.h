// The file that a log lives in: the only place of runtime/ that touches the disk. What is
// acknowledged is on the disk; what is there is never taken away.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "runtime/journal/journal.h"
#include "runtime/journal/journal_ops.h"

namespace meso {

// Why the file couldn't be used, in words that stand after its path and a colon: "permission
// denied", "another meso is writing to it".
struct StoreError {
  std::string reason;
};

template <class T>
using StoreResult = std::variant<T, StoreError>;

// The log's text; it is read whole, under a lock that waits for a writer.
StoreResult<std::string> read_journal_file(const std::string& path, JournalOps& ops = system_ops());

// Deletes the file, and with a link also what it leads to. Asking first is up to the caller.
[[nodiscard]] std::optional<StoreError> remove_journal_file(const std::string& path,
                                                            JournalOps& ops = system_ops());

// A log open for writing; nobody else writes to it meanwhile.
class JournalStore {
 public:
  // Opens the file, or makes it (mode 0600) in a folder that exists. `head` is the first lines of a
  // new log, see journal_head(); a log that is there keeps its own.
  static StoreResult<JournalStore> open(const std::string& path, std::string head,
                                        JournalOps& ops = system_ops());

  JournalStore(JournalStore&&) noexcept;
  JournalStore& operator=(JournalStore&&) noexcept;
  ~JournalStore();

  // As the file was when it was opened.
  const Journal& journal() const;
  bool is_new() const;

  // One record, as entry_text() gives it, behind what is there; a record that was cut off is closed
  // by `set aside` first. Nothing is returned once it is on the disk for good. After an error the
  // log is as it was, or the error says so.
  [[nodiscard]] std::optional<StoreError> append(std::string_view record);

 private:
  struct File;
  explicit JournalStore(std::unique_ptr<File> file);
  std::unique_ptr<File> file_;
};

}  // namespace meso
