// Differences as the lines of an outline, worded: what the text and the Markdown form share.
// Private to compiler/compare.
#pragma once

#include <string>
#include <vector>

#include "compiler/compare/compare.h"

namespace meso {

struct OutlineLine {
  int depth =
      0;  // 0: the plan, a gate, a rule, a block; 1: its differences and its weeks; and so on
  bool heading = false;
  std::string text;
  std::vector<VolumeDifference> hard_sets;  // behind the text
};

std::vector<OutlineLine> outline(const Differences& differences);

inline constexpr std::string_view kNoDifference = "no difference for the athlete";

// "every week", "week 1", "weeks 2-4 and 6".
// `done`: so many weeks are behind the athlete, and what differs in them changes nothing any more.
std::string weeks_title(const WeekDifferences& weeks, std::string_view pass, int done = 0);

}  // namespace meso
