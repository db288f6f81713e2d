// What the athlete has done before, as the plan lays it out: which lifts are new, and since when.
// What "new" means to the guidelines of novelty.
#pragma once

#include <optional>
#include <vector>

#include "compiler/verify/facts.h"

namespace meso {

class KnownLifts {
 public:
  // `familiar` lifts were done just before the plan; so were those of whose max it asks.
  explicit KnownLifts(const Plan& plan);

  // None of what the athlete can choose from was done before. `any CLASS` is chosen among lifts
  // that they know.
  bool is_new(const Line& line) const { return all_options(line, kLongAgo); }
  // None of it was done since that day.
  bool is_new_since(const Line& line, int day) const { return all_options(line, day); }
  bool knows(ExerciseId exercise) const { return last_[exercise.value].has_value(); }

  void done(const Session& session, int day);

 private:
  static constexpr int kLongAgo = INT32_MIN;
  bool all_options(const Line& line, int since) const;
  void know(ExerciseId exercise, int day);

  const Plan& plan_;
  std::vector<std::optional<int>> last_;  // by exercise
};

}  // namespace meso
