// What was answered and what a session asks for, in the words of the log.
#pragma once

#include <string>
#include <vector>

#include "runtime/step/step.h"

namespace meso {

// `soreness quads 0`, `energy 4`, `pain dull in left knee`: a line each, in the order in which a
// check-in asks.
std::vector<std::string> check_in_lines(const RunPlan& run, const CheckIn& answers);
// `probe back squat 1x3 80 kg @ RIR 4`. A check-in has one.
std::string probe_line(const RunPlan& run, const ProbeDone& probe);
std::string pain_line(const PainReport& pain);

// What a line asks for: `3x6-8`, `50 reps`; and the load of each group of its sets, `open` where
// nobody knows it.
std::string asked_sets_text(const TodayLine& line);
std::vector<std::string> asked_loads(const TodayLine& line);
// Both: `3x6-8 100 kg`; without loads where none is known.
std::string asked_text(const TodayLine& line);

// A line's compulsory sets done as they are asked for: the least of a range, the planned load.
struct AsWritten {
  std::vector<DoneSet> sets;
  bool needs_load = false;    // the athlete finds it: only they know what was on the bar
  bool needs_amount = false;  // as many as possible: only they know how many
  bool is_known() const { return !needs_load && !needs_amount && !sets.empty(); }
};
AsWritten as_written(const TodayLine& line);
// Where nothing is said of a set's load, the one that was asked for.
void fill_loads(const TodayLine& line, std::vector<DoneSet>& sets);
// Of a set done, nothing says the load and nobody asked for one.
bool lacks_load(const TodayLine& line, const std::vector<DoneSet>& sets);

}  // namespace meso
