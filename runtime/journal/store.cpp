#include "runtime/journal/store.h"

#include <cerrno>
#include <cstddef>
#include <utility>

#include "base/system_reason.h"
#include "runtime/journal/journal_file.h"

namespace meso {

using journal::LockedFile;

namespace {

constexpr std::string_view kSetAside = "set aside\n";

bool ends_line(std::string_view text) { return text.ends_with('\n') || text.ends_with('\r'); }

// What a power cut leaves of a head: some of it, and perhaps zero bytes behind.
std::optional<std::size_t> half_of_head(std::string_view text, std::string_view head) {
  const std::size_t kept = text.find_last_not_of('\0') + 1;
  if (kept < head.size() && head.starts_with(text.substr(0, kept))) return kept;
  return std::nullopt;
}

std::string in_words(int code) {
  return code == ENOSPC || code == EDQUOT ? "disk full" : system_reason(code);
}

}  // namespace

struct JournalStore::File {
  explicit File(JournalOps& ops) : file(ops) {}
  File(const File&) = delete;
  File& operator=(const File&) = delete;
  ~File();

  std::optional<StoreError> check_kind() const;
  std::string lead() const;
  std::optional<StoreError> undo(int code);

  LockedFile file;
  std::string head;
  std::string text;  // the journal's views point into it
  Journal journal;
  std::size_t size = 0;              // of the file, all of it known to be good ...
  std::optional<std::size_t> cut{};  // ... but zero bytes from here on
  bool ends_open = false;            // a record that was cut off is to be closed
  bool is_appended = false;          // `text` isn't the file's end any more
  bool needs_folder_sync = true;
  bool is_spoilt = false;  // a write failed and couldn't be taken back
};

// A log that was made for an entry that never came is no log.
JournalStore::File::~File() {
  if (file.was_made() && size == 0 && !is_spoilt && file.is_as_left(0))
    static_cast<void>(file.remove());
}

std::optional<StoreError> JournalStore::File::check_kind() const {
  if (cut || journal.format == kJournalFormat) return std::nullopt;
  if (journal.format > kJournalFormat)
    return StoreError{"is a log of a newer meso: use that to write to it"};
  return StoreError{"isn't a log: nothing is written to it"};
}

// What stands between the file's last byte and a new record.
std::string JournalStore::File::lead() const {
  if (cut) return head.substr(*cut);
  if (is_appended) return "\n";
  std::string out = ends_line(text) ? "" : "\n";
  if (ends_open) out += kSetAside;
  return out.empty() && text.ends_with("\n\n") ? out : out + "\n";
}

// Takes back what a failed write left. Where that fails too, the record may count or not.
std::optional<StoreError> JournalStore::File::undo(int code) {
  const std::string reason = in_words(code);
  if (file.cut_to(size) == 0) {
    static_cast<void>(file.sync());
    return StoreError{reason + ": the entry wasn't written"};
  }
  is_spoilt = true;
  return StoreError{reason +
                    ": the entry may be in the log or not; look there before you write it again"};
}

JournalStore::JournalStore(std::unique_ptr<File> file) : file_(std::move(file)) {}
JournalStore::JournalStore(JournalStore&&) noexcept = default;
JournalStore& JournalStore::operator=(JournalStore&&) noexcept = default;
JournalStore::~JournalStore() = default;

const Journal& JournalStore::journal() const { return file_->journal; }
bool JournalStore::is_new() const { return file_->cut == 0; }

StoreResult<JournalStore> JournalStore::open(const std::string& path, std::string head,
                                             JournalOps& ops) {
  auto file = std::make_unique<File>(ops);
  if (auto error = file->file.open(path, LockedFile::For::writing)) return std::move(*error);
  auto text = file->file.read_all();
  if (auto* error = std::get_if<StoreError>(&text)) return std::move(*error);
  file->text = std::get<std::string>(std::move(text));
  file->head = std::move(head);
  file->size = file->text.size();
  file->cut = half_of_head(file->text, file->head);
  file->journal = read_journal(file->text);
  file->ends_open = file->journal.torn_from.has_value();
  if (auto error = file->check_kind()) return std::move(*error);
  return JournalStore(std::move(file));
}

std::optional<StoreError> JournalStore::append(std::string_view record) {
  File& f = *file_;
  if (f.is_spoilt) return StoreError{"an earlier entry couldn't be written: open the log again"};
  if (!f.file.is_as_left(f.size))
    return StoreError{"another program changed it meanwhile: the entry wasn't written"};
  if (f.cut && *f.cut < f.size) {
    if (const int code = f.file.cut_to(*f.cut); code != 0)
      return StoreError{in_words(code) + ": the entry wasn't written"};
    f.size = *f.cut;
  }
  const std::string bytes = f.lead() + std::string(record);
  if (const int code = f.file.write(bytes); code != 0) return f.undo(code);
  if (const int code = f.file.sync(); code != 0) return f.undo(code);
  // Whoever made the file may have been cut off before its name was on the disk.
  if (f.needs_folder_sync)
    if (const int code = f.file.sync_folder(); code != 0) return f.undo(code);
  f.needs_folder_sync = false;
  f.is_appended = true;
  f.cut.reset();
  f.size += bytes.size();
  return std::nullopt;
}

StoreResult<std::string> read_journal_file(const std::string& path, JournalOps& ops) {
  LockedFile file(ops);
  if (auto error = file.open(path, LockedFile::For::reading)) return std::move(*error);
  return file.read_all();
}

std::optional<StoreError> remove_journal_file(const std::string& path, JournalOps& ops) {
  LockedFile file(ops);
  if (auto error = file.open(path, LockedFile::For::reading)) return error;
  return file.remove();
}

}  // namespace meso
