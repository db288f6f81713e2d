#include "compiler/driver/log_file.h"

#include "base/text.h"
#include "compiler/driver/running.h"
#include "runtime/journal/records_json.h"
#include "runtime/journal/store.h"

namespace meso {
namespace {

std::optional<std::string> text_of(const std::string& path, const FileSystem& files) {
  if (!files.exists(path)) {
    notice(path + ": there is no such log");
    return std::nullopt;
  }
  auto text = read_journal_file(path);
  if (const auto* error = std::get_if<StoreError>(&text)) {
    notice(path + ": " + error->reason);
    return std::nullopt;
  }
  return std::get<std::string>(std::move(text));
}

// "12 records, from 2026-11-23 to 2027-01-05".
std::string contents(const Journal& journal) {
  const auto& entries = journal.entries;
  std::string out = counted(static_cast<long>(entries.size()), "record");
  if (entries.empty()) return out;
  Date first = entries.front().date, last = first;
  for (const Entry& entry : entries) {
    first = std::min(first, entry.date);
    last = std::max(last, entry.date);
  }
  return out +
         (first == last ? ", of " + text(first) : ", from " + text(first) + " to " + text(last));
}

}  // namespace

int export_log(const std::string& path, const FileSystem& files) {
  const auto text = text_of(path, files);
  if (!text) return kFailed;
  const Journal journal = read_journal(*text);
  const auto failed = report_problems(path, journal.problems);
  if (journal.format != kJournalFormat) return kFailed;
  print(journal_json(journal));
  if (failed) notice("records with errors aren't in what was exported: mend them first");
  return failed.value_or(kClean);
}

int forget_log(const std::string& path, bool yes, const FileSystem& files, Prompter& prompter) {
  const auto text = text_of(path, files);
  if (!text) return kFailed;
  const Journal journal = read_journal(*text);
  if (journal.format == 0 && !journal.torn_from) {
    notice(path + " isn't a log: it is left alone");
    return kFailed;
  }
  const std::string what = path + " (" + contents(journal) + ")";
  if (!yes && !prompter.can_ask()) {
    notice("--forget deletes " + what + " for good: say --yes where nobody can be asked");
    return kFailed;
  }
  const auto answer = yes ? std::optional<std::string>("yes")
                          : prompter.ask("Delete " + what + " for good? Type yes: ");
  if (!answer || !equal_ignoring_case(*answer, "yes")) {
    prompter.say("Nothing was deleted.\n");
    return prompter.was_interrupted() ? kInterrupted : kFailed;
  }
  if (const auto error = remove_journal_file(path)) {
    notice(path + ": " + error->reason);
    return kFailed;
  }
  prompter.say("Deleted: " + what + ".\n");
  return kClean;
}

}  // namespace meso
