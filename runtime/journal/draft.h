// A record in the making, in the log's own words: what was typed, and what flags and forms become.
// There is one reader of records; whoever makes one has it read back here.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "runtime/journal/journal.h"

namespace meso {

struct RecordDraft {
  std::string head;                // `2026-11-23 check-in`
  std::vector<std::string> lines;  // `energy 4, sleep 4`
};

struct RecordRead {
  std::string text;                      // as it is written to the log; empty with an error
  std::vector<JournalProblem> problems;  // their lines count the draft's, its head being line 0
  bool has_errors() const { return text.empty(); }
};
RecordRead read_record(const RecordDraft& draft);

// A text in quotes as a log may hold it, whatever was typed into a form.
std::string quoted_words(std::string_view text);
// A name or a place that stands without quotes: one line, and nothing in it that ends an item.
std::string bare_words(std::string_view text);
// Parts between semicolons and line ends, which may stand in quotes as well: `a; note "b; c"`.
std::vector<std::string> split_lines(std::string_view text);

}  // namespace meso
