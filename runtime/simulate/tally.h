// What many simulated athletes came to, in whole numbers: adding them up gives the same in any
// order, and so for any number of threads.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "runtime/simulate/monitor.h"
#include "runtime/simulate/simulated_plan.h"

namespace meso::simulate {

// How often each whole number came up; numbers outside count as the nearest end.
class Histogram {
 public:
  Histogram() = default;
  Histogram(int least, int most)
      : least_(least), counts_(static_cast<std::size_t>(most - least + 1)) {}
  void add(std::int64_t value);
  void add(const Histogram& other);
  std::int64_t count() const { return count_; }
  std::int64_t sum() const { return sum_; }  // of the values as they were
  // The least value that so many of a thousand don't exceed; 0 of an empty one.
  int percentile(int thousandths) const;

 private:
  std::int64_t least_ = 0;
  std::vector<std::int64_t> counts_;
  std::int64_t count_ = 0, sum_ = 0;
};

// One athlete's way through the plan.
struct AthleteResult {
  int days = 0;
  bool finished = false;
  int due = 0;             // sessions that became due and were asked for
  int released_first = 0;  // trained as planned on that first day
  int done = 0;            // sessions, of any kind
  int lightened = 0, swaps = 0, holds = 0, inserted = 0, referrals = 0, away_days = 0, returns = 0;
  std::vector<double> hard_sets;  // by group, in all
  struct Lifted {
    double first = 0, last = 0;  // the heaviest load of the first and the last exposure
  };
  std::vector<Lifted> lifted;  // by exercise
  Watched watched;
};

struct Tally {
  Tally() = default;
  explicit Tally(const SimulatedPlan& plan, int most_days);
  void add(const AthleteResult& athlete);
  void add(const Tally& other);

  std::int64_t athletes = 0, finished = 0, athlete_days = 0;
  std::int64_t due = 0, released_first = 0, done = 0, lightened = 0;
  std::int64_t referred = 0, away = 0, returned = 0;  // athletes with at least one
  Histogram days;                                     // of those who finished
  Histogram swaps, inserted, holds;                   // per athlete
  std::vector<std::int64_t> weekly_sets;  // by group: thousandths a week, summed over athletes
  std::vector<Histogram> gains;           // by exercise: of the load, in % of the first
  // What the monitor saw.
  std::int64_t sore_sessions = 0, weak_sessions = 0, bouts = 0, gate_broken = 0;
  std::int64_t left_envelope = 0;                 // athletes
  std::array<std::int64_t, kOutsides> left_by{};  // athletes, for each way out
  std::array<std::int64_t, kOutsides> bouts_outside{};
};

}  // namespace meso::simulate
