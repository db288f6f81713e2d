// A line of a log on its own, as its grammar page names the kinds.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "runtime/journal/read_line.h"

namespace meso::test {

// Is it read as a line of this kind? Numbers may be out of range.
inline bool is_log_line(std::string_view kind, std::string_view line) {
  Journal journal;
  Entry entry;
  std::vector<DoneSet> sets;
  const journal::Place place{journal, entry, sets, 1};
  int format = 0;
  std::string_view sum;
  if (kind == "format") return journal::read_format_line(line, format);
  if (kind == "plan") return journal::read_plan_line(line, place);
  if (kind == "athlete") return journal::read_athlete_line(line, place);
  if (kind == "end") return journal::read_end_line(line, sum);
  if (kind == "set aside") return journal::is_set_aside_line(line);
  if (kind == "record") return journal::opens_record(line) && journal::read_date_line(line, place);
  entry.kind = kind == "exercise" ? EntryKind::session
               : kind == "note"   ? EntryKind::skip
                                  : EntryKind::check_in;
  return journal::read_body_line(line, place);
}

// By the name of the page's production.
inline std::string_view kind_of_log_line(std::string_view production) {
  if (production == "log-format-line") return "format";
  if (production == "plan-line") return "plan";
  if (production == "log-athlete-line") return "athlete";
  if (production == "end-line") return "end";
  if (production == "set-aside-line") return "set aside";
  if (production == "record-line") return "record";
  if (production == "done-line") return "exercise";
  return production == "note-line" ? "note" : "readings";
}

}  // namespace meso::test
