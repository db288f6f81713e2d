// Numbered records, and what became of writing them.
#pragma once

#include <optional>
#include <string>
#include <variant>

#include "runtime/journal/store.h"

namespace meso::test {

inline const std::string kHead = journal_head("Four days", "");

// A record that can be told from others by its number.
inline std::string record(int number) {
  Entry entry;
  entry.date = Date{20'000 + number % 1000};
  WrittenReading reading;
  reading.what = "number";
  reading.number = Decimal::whole(number);
  entry.readings.push_back(reading);
  return entry_text(entry);
}
inline int number_of(const Entry& entry) {
  return entry.readings.empty() ? -1 : static_cast<int>(entry.readings.front().number.floor());
}

inline std::string outcome(const std::optional<StoreError>& error) {
  return error ? error->reason : "written";
}
inline std::string content(const StoreResult<std::string>& result) {
  if (const auto* error = std::get_if<StoreError>(&result)) return "error: " + error->reason;
  return std::get<std::string>(result);
}

inline JournalStore opened(const std::string& path) {
  return std::get<JournalStore>(JournalStore::open(path, kHead));
}
// Opened, written to, closed.
inline std::string appended(const std::string& path, const std::string& record,
                            JournalOps& ops = system_ops()) {
  auto store = JournalStore::open(path, kHead, ops);
  if (const auto* error = std::get_if<StoreError>(&store)) return error->reason;
  return outcome(std::get<JournalStore>(store).append(record));
}

}  // namespace meso::test
