// How the sets of a session come out, where a path depends on results.
#pragma once

#include <string_view>
#include <vector>

#include "runtime/step/step.h"

namespace meso {

enum class SetResults : std::uint8_t {
  all_beaten,  // the top of each range and more, with reps to spare
  all_done,    // the least that counts as done
  all_missed,  // two reps short
};
std::string_view text(SetResults results);  // "every set beaten"

SessionDone done_session(const SessionRef& session, const std::vector<TodayLine>& lines,
                         SetResults results);

// An athlete about whom nothing is known but a hundred for each max that the plan asks for and
// states no default of: without one no rule could change it.
State start_with_maxes(const RunPlan& run);

}  // namespace meso
