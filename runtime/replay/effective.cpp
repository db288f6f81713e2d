#include <algorithm>

#include "base/text.h"
#include "runtime/replay/replay.h"

namespace meso {
namespace {

bool is_target(const Entry& entry, const Entry& change) {
  return entry.kind == *change.target && entry.date == change.target_date &&
         (change.name.empty() || entry.name == change.name);
}

void report_missing(const Entry& change, std::vector<JournalProblem>& problems) {
  std::string what = std::string(text(*change.target));
  if (!change.name.empty()) what += " " + quoted(change.name);
  problems.push_back({JournalProblem::Severity::error, change.line,
                      "there is no " + what + " of " + text(change.target_date) + " to " +
                          std::string(text(change.kind)),
                      "the date is that of the record that was wrong"});
}

Entry amended(const Entry& change) {
  Entry entry = change;
  entry.kind = *change.target;
  entry.date = change.target_date;
  entry.target.reset();
  return entry;
}

void report_disorder(const std::vector<Entry>& entries, std::vector<JournalProblem>& problems) {
  for (std::size_t i = 1; i < entries.size(); ++i)
    if (entries[i].date < entries[i - 1].date && !entries[i].target)
      problems.push_back({JournalProblem::Severity::warning, entries[i].line,
                          "this record is older than the one above it: it is read by its date",
                          ""});
}

bool same_content(const Entry& a, const Entry& b) {
  if (a.kind != b.kind || a.date != b.date || a.name != b.name ||
      a.exercises.size() != b.exercises.size() || a.readings.size() != b.readings.size())
    return false;
  for (std::size_t i = 0; i < a.exercises.size(); ++i)
    if (a.exercises[i].name != b.exercises[i].name || a.exercises[i].sets != b.exercises[i].sets)
      return false;
  return true;
}

// A session that was written down twice was done once.
void drop_doubles(std::vector<Entry>& entries, std::vector<JournalProblem>& problems) {
  for (std::size_t i = 1; i < entries.size();) {
    if (entries[i].kind == EntryKind::session && same_content(entries[i], entries[i - 1])) {
      problems.push_back({JournalProblem::Severity::warning, entries[i].line,
                          "the same session stands in line " + std::to_string(entries[i - 1].line) +
                              " already: it counts once",
                          ""});
      entries.erase(entries.begin() + static_cast<std::ptrdiff_t>(i));
    } else {
      ++i;
    }
  }
}

}  // namespace

std::vector<Entry> effective_entries(const Journal& journal,
                                     std::vector<JournalProblem>& problems) {
  report_disorder(journal.entries, problems);
  std::vector<Entry> entries;
  entries.reserve(journal.entries.size());
  for (const Entry& entry : journal.entries) {
    if (!entry.target) {
      entries.push_back(entry);
      continue;
    }
    const auto at = std::find_if(entries.rbegin(), entries.rend(),
                                 [&](const Entry& e) { return is_target(e, entry); });
    if (at == entries.rend())
      report_missing(entry, problems);
    else if (entry.kind == EntryKind::amend)
      *at = amended(entry);
    else
      entries.erase(std::next(at).base());
  }
  std::stable_sort(entries.begin(), entries.end(),
                   [](const Entry& a, const Entry& b) { return a.date < b.date; });
  drop_doubles(entries, problems);
  return entries;
}

}  // namespace meso
