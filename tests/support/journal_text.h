// What reading a log gave, as the text of a golden file.
#pragma once

#include <string>

#include "runtime/journal/journal.h"

namespace meso::test {

// `12: error: ...`, with the help in a line of its own.
inline std::string problems_text(const Journal& journal) {
  std::string out;
  for (const JournalProblem& problem : journal.problems) {
    const bool error = problem.severity == JournalProblem::Severity::error;
    out += std::to_string(problem.line) + ": " + (error ? "error" : "warning") + ": " +
           problem.message + "\n";
    if (!problem.help.empty()) out += "    " + problem.help + "\n";
  }
  return out;
}

// The records that count, as they are written.
inline std::string records_text(const Journal& journal) {
  std::string out;
  for (const Entry& entry : journal.entries) out += (out.empty() ? "" : "\n") + entry_text(entry);
  return out;
}

}  // namespace meso::test
