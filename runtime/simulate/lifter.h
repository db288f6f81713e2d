// How strong a simulated athlete is in each lift, and what comes of a line that asks for sets:
// reps, reps in reserve, the load that is found. All of it is an engineering choice [E]: no trial
// gives these numbers, and docs/simulate.md lists them.
#pragma once

#include <vector>

#include "runtime/simulate/random.h"
#include "runtime/simulate/training.h"
#include "runtime/step/step.h"

namespace meso::simulate {

class Lifter {
 public:
  Lifter(const SimulatedPlan& plan, Level level, std::uint64_t seed, std::uint64_t athlete);

  // Maxes and the bodyweight that the plan reckons with and nobody gave: the athlete says them.
  AthleteChanged tell_maxes();
  // Does a line. `weakness`: the part of its strength that is missing today. Of an empty line
  // nothing is done.
  LiftDone perform(const TodayLine& asked, bool by_feel, double weakness, int day, DoneLine& done);
  // One warm-up set, told with its reps in reserve.
  ProbeDone probe(ExerciseId exercise, double weakness, int day);
  // The heaviest load of the line done last; 0 without one.
  double heaviest() const { return heaviest_; }

 private:
  struct Lift {
    double max = 0,
           first = 0;    // 1RM in the plan's unit, with the body's own weight where it counts
    double seconds = 0;  // or meters: of a lift that is done for a time or a distance
  };
  // What one set group asks for, in numbers.
  struct Aim {
    double load = 0;  // that is lifted, bodyweight included; 0: nothing known of it
    int low = 0, high = 0;
    double reserve = 0;
    bool as_many = false, timed = false;
    DoneSet::Of of = DoneSet::Of::reps;
    std::optional<Load> found;
    bool bodyweight = false;
  };
  Lift& lift(const TodayLine& asked);
  Lift& lift(ExerciseId exercise, const Aim& aim);
  double typical_max(ExerciseId exercise, Random& random) const;
  Aim aim_of(const TodayLine& asked, std::size_t group, bool by_feel, double able);
  void find_load(const TodayLine& asked, Aim& aim, double part_of_top);
  void do_groups(const TodayLine& asked, bool by_feel, const Lift& lift, double fresh,
                 Random& random, LiftDone& sum, DoneLine& done);
  // `left`: the reps that fatigue leaves of this load, below zero where it leaves none.
  void do_set(const Aim& aim, double left, Random& random, LiftDone& sum, DoneLine& done);
  void do_timed(const Aim& aim, const Lift& lift, int nth, double fresh, LiftDone& sum,
                DoneLine& done) const;
  void do_test(const TodayLine& asked, double able, LiftDone& sum, DoneLine& done);
  void do_total(int total, LiftDone& sum, DoneLine& done) const;
  void add_mini_sets(const TodayLine& asked, LiftDone& sum) const;
  void count(LiftDone& sum, double reserve) const;
  void grow(Lift& lift, const LiftDone& sum) const;
  Load loadable_below(ExerciseId exercise, double load) const;

  const SimulatedPlan& plan_;
  Level level_;
  std::uint64_t seed_, athlete_;
  double growth_ = 1;  // of this athlete, against others
  double bodyweight_ = 80;
  double heaviest_ = 0;
  std::vector<Lift> lifts_;  // by exercise
};

}  // namespace meso::simulate
