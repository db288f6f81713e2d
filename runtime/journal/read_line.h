// One line of a log, read into the record that it belongs to. The .cpp files behind this header are
// the only ones that instantiate the log's grammar.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "runtime/journal/journal.h"

namespace meso::journal {

// Where what is read goes.
struct Place {
  Journal& journal;  // its problems and tidied names
  Entry& entry;
  std::vector<DoneSet>& sets;  // for the sets of a line while they are read; one for all lines
  std::uint32_t line = 0;      // from 1
};

// Does the line begin with a date, and so a record?
bool opens_record(std::string_view line);

// Each is false when the line isn't of this kind. Numbers out of range, impossible dates and the
// like are reported and leave the line readable.
bool read_format_line(std::string_view line, int& format);
bool read_plan_line(std::string_view line, Place place);
bool read_athlete_line(std::string_view line, Place place);
bool read_end_line(std::string_view line, std::string_view& sum);  // empty: there is none
bool is_set_aside_line(std::string_view line);
bool read_date_line(std::string_view line, Place place);
bool read_body_line(std::string_view line, Place place);

// What the record's lines are read as: of an amendment, its target's kind.
EntryKind body_kind(const Entry& entry);

// Where a line that can't be read stopped making sense, and what could have stood there.
struct Stop {
  std::size_t at = 0;  // bytes into the line
  std::vector<std::string_view> expected;
};
Stop stop_of_date_line(std::string_view line);
Stop stop_of_body_line(std::string_view line, EntryKind kind);

}  // namespace meso::journal
