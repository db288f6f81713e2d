// What to say of a line of a log that can't be read: what was seen, and what to write instead.
#pragma once

#include <string>
#include <string_view>

#include "runtime/journal/journal.h"

namespace meso::journal {

struct Complaint {
  std::string message;
  std::string help;
  bool knows_kind = true;  // of a record's first line: what its other lines should be is known
};

Complaint about_head_line(std::string_view line);
Complaint about_date_line(std::string_view line);
Complaint about_body_line(std::string_view line, const Entry& entry);
// A line between records.
Complaint about_stray_line(std::string_view line);

}  // namespace meso::journal
