// What a scenario expects of the day, in its words.
#pragma once

#include <string>
#include <string_view>

#include "runtime/replay/log_names.h"
#include "runtime/step/step.h"

namespace meso {

std::string_view word_of(DayVerdict::What what);  // "train"

struct Expectation {
  const RunPlan& run;
  const LogNames& names;
  const State& state;
  int day = 0;
  bool checked_in = false;  // else the day is asked as if all were well
  const Told& told;         // by the last session

  // Empty where it came; else what came in its place. `text` is what stands behind `expect`:
  //   train "A", lighten, swap to "Upper A", recover, rest, refer, finished
  //   next "A", week 2 of "Base", block "Deload", notice to coach
  //   back squat 102.5 kg, back squat 6x2+ 100 kg, back squat 3x6-8, front squat in "A" 60 kg
  //   bench press 1x5, 1x3 60 kg, 70 kg (a load each group; of a lift that stands twice, either)
  //   training max of back squat 142.5 kg
  //   3 days (until the next session)
  std::string failure(const std::string& text) const;
};

}  // namespace meso
