// What a body is used to: how well each lift is protected, and the largest dose of each group of
// late. From it each session becomes a bout for each group that it trains.
#pragma once

#include <array>
#include <span>
#include <vector>

#include "runtime/recovery.h"
#include "runtime/simulate/simulated_plan.h"
#include "runtime/step/control.h"

namespace meso::simulate {

// One line of a session as it was done, summed up.
struct LiftDone {
  ExerciseId exercise;
  double effort = 0;     // the sum of its sets' effort factors
  double hard_sets = 0;  // before it is shared out among muscles
  double least_reserve = 10;
  bool slow = false;
};

// What the calendar says of a session, as far as its classes ask.
struct Setting {
  int day = 0;
  bool first_week_of_block = false;
  bool after_layoff = false;
};

struct GroupBout {
  GroupId group;
  Bout bout;
  double dose = 0, ratio = 1, protection = 0;
};

class Training {
 public:
  Training(const SimulatedPlan& plan, Level level);

  // The bouts of a session, in the order of the groups; what it teaches the body is remembered.
  std::span<const GroupBout> session(std::span<const LiftDone> lifts, const Setting& setting);
  // The next pass begins: the one before is what one is used to, where it was a loading one.
  void next_pass(bool was_loading);
  double protection(ExerciseId exercise, int day) const;

 private:
  static constexpr std::size_t kPasses = 4;  // Edition::baseline_passes
  struct Lift {
    double protection = 0;
    int last = kNever;  // the day of its last bout
    bool done_slow = false;
  };
  struct Group {
    std::array<double, kPasses> passes{};
    double now = 0;  // the largest dose of this pass so far
    double accustomed() const;
  };
  struct Tally {  // of one group during a session
    double dose = 0, hard_sets = 0, least_reserve = 10;
    double least_protection = 2, any_protection = 2;
    bool first_slow = false;
  };
  void add(const LiftDone& lift, int day);
  GroupBout bout_of(GroupId group, const Setting& setting) const;
  void protect(const LiftDone& lift, int day);

  const SimulatedPlan& plan_;
  bool first_month_ = false;  // while it lasts, of a novice who knows no lift
  int first_day_ = kNever;
  std::vector<Lift> lifts_;  // by exercise
  std::array<Group, kMostGroups> groups_;
  std::array<Tally, kMostGroups> tallies_;
  GroupSet touched_ = 0;
  std::vector<GroupBout> bouts_;
};

}  // namespace meso::simulate
