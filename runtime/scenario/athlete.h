// The athlete of a scenario: well rested and reliable, unless the scenario says otherwise.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "runtime/step/step.h"

namespace meso {

// How the sets of a line went, where no numbers are given.
enum class Went : std::uint8_t { as_written, at_top, missed };

// Answers whatever is asked: no soreness, energy, sleep and mood 4, stress 2 (1 is none), no pain,
// strength as usual. What `answers` and `probes` hold already stays.
CheckedIn all_well(const RunPlan& run, const State& state, int day, CheckIn answers,
                   std::vector<ProbeDone> probes = {});

// The sets of a line as they went. Nothing where the athlete has to find a load that `loads`
// doesn't give.
std::optional<std::vector<DoneSet>> sets_done(const RunPlan& run, const TodayLine& line, Went went,
                                              const std::map<ExerciseId, Load>& loads);

}  // namespace meso
