// A day on which less was asked for, and more was done all the same: what the coach is told.
#pragma once

#include <string>
#include <vector>

#include "runtime/replay/replay.h"

namespace meso {

// `lightened day: back squat 2x6-8 90 kg prescribed, 3x8 100 kg done` of each exercise that had
// more sets than the day asked for, or more on the bar. Nothing of a day that asked for the session
// as written.
std::vector<std::string> more_than_asked(const Plan& plan, const LoggedSession& session);

}  // namespace meso
