// What the athlete has done before, as the plan lays it out: which lifts are new, and since when.
// What "new" means to the guidelines of novelty.
#pragma once

#include <optional>
#include <vector>

#include "compiler/verify/facts.h"

namespace meso {

// Days of the plan's sessions, each on its preferred or else earliest day; by PlanFacts::order.
std::vector<int> preferred_days(const PlanFacts& facts);

// The entries of PlanFacts::order that each pass of PlanFacts::passes holds: [from, to).
struct PassEntries {
  std::size_t from = 0, to = 0;
};
std::vector<PassEntries> entries_by_pass(const PlanFacts& facts);

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

// What a line's set gives to each group, alternatives joined.
std::vector<MuscleShare> shares_of(const Plan& plan, const Line& line);
// Holds and carries: nothing is lowered under load, and there is no number of reps.
bool has_reps(const Line& line);
// `back squat`, or the first that the athlete can choose from.
const std::string& lift_name(const Plan& plan, const Line& line);
// The least reps in reserve that the line's first stage says, as a number or by `max`, `5+` and
// `to failure`; what is only estimated doesn't count.
std::optional<Decimal> least_rir(const Line& line, const Edition& edition);
// Eccentric emphasis: four seconds of lowering and more, or a lift that is one, whatever the
// athlete chooses.
bool is_slow(const Plan& plan, const Line& line);

}  // namespace meso
