// Days of a path one below the other, in columns: when, which session, what was done or answered,
// the line of the plan behind it, what broke.
#pragma once

#include <string>
#include <vector>

namespace meso {

struct TimelineRow {
  std::string when, who, what, place, mark;
};

// A line for each row, without indent and line end.
std::vector<std::string> timeline(const std::vector<TimelineRow>& rows);

}  // namespace meso
