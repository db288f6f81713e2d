// A plan with what simulating it asks again and again worked out once: what each lift does to each
// group, what the planned weeks hold, how long they take.
#pragma once

#include <algorithm>
#include <array>
#include <vector>

#include "runtime/simulate/brought_maxes.h"
#include "runtime/step/state.h"

namespace meso::simulate {

struct GroupShare {
  GroupId group;
  double share = 0;  // of one set
  double dose = 0;   // the share, with what the lift itself makes of it: length, lowering
};

// What one exercise is to the body.
struct LiftFacts {
  std::vector<GroupShare> shares;
  GroupSet direct = 0;
  bool slow = false;
  bool familiar = false;  // said so by the plan, or the athlete's own choice
};

class SimulatedPlan {
 public:
  explicit SimulatedPlan(const RunPlan& run);

  const RunPlan& run() const { return run_; }
  const Plan& plan() const { return run_.plan(); }
  const LiftFacts& lift(ExerciseId id) const { return lifts_[id.value]; }
  // D of the recovery model: of one set with so many reps in reserve, and lowered slowly.
  double effort(double reserve) const { return of_set(reserve).effort; }
  double slow_factor() const { return slow_factor_; }
  struct OfSet {
    double effort = 0, hard_sets = 0;  // that one set counts as
  };
  const OfSet& of_set(double reserve) const {
    const double place = std::clamp(reserve * 2 + 0.5, 0.0, static_cast<double>(kHalves - 1));
    return of_sets_[static_cast<std::size_t>(place)];
  }

  GroupSet groups() const { return groups_; }  // that any session touches
  // A report of none of them: what the plan doesn't touch stays unanswered.
  const std::array<std::int8_t, kMostGroups>& not_sore() const { return not_sore_; }
  int first_day() const { return first_day_; }
  int nominal_days() const { return nominal_days_; }
  // Hard sets a week of each group on the nominal path, in thousandths.
  const std::vector<std::int64_t>& planned_sets() const { return planned_sets_; }
  // Whether anything of this plan ever reads a check-in.
  bool reads_check_ins() const { return reads_check_ins_; }
  // Whether any lift is known when the plan begins: its athlete has trained before.
  bool knows_lifts() const { return knows_lifts_; }
  const State& start() const { return start_; }
  const BroughtMaxes& maxes() const { return maxes_; }

 private:
  static constexpr int kHalves = 21;  // reps in reserve from 0 to 10 by halves
  void read_lifts();
  void read_nominal_path();

  const RunPlan& run_;
  State start_;
  BroughtMaxes maxes_;
  std::vector<LiftFacts> lifts_;
  std::array<OfSet, kHalves> of_sets_{};
  double slow_factor_ = 1;
  GroupSet groups_ = 0;
  std::array<std::int8_t, kMostGroups> not_sore_ = CheckIn().soreness;
  int first_day_ = 0, nominal_days_ = 0;
  std::vector<std::int64_t> planned_sets_;
  bool reads_check_ins_ = false, knows_lifts_ = false;
};

}  // namespace meso::simulate
