// Random days of an athlete: check-ins and sessions that mean nothing, for properties of the step.
#pragma once

#include <cstdint>
#include <vector>

#include "runtime/step/step.h"

namespace meso::test {

// A small generator of our own, so that a seed means the same run everywhere.
class Dice {
 public:
  explicit Dice(std::uint64_t seed) : state_(seed * 2'862'933'555'777'941'757ULL + 3'037'000'493) {}
  int upto(int n) {  // 0 .. n-1
    state_ ^= state_ << 13;
    state_ ^= state_ >> 7;
    state_ ^= state_ << 17;
    return static_cast<int>(state_ % static_cast<std::uint64_t>(n));
  }
  bool one_in(int n) { return upto(n) == 0; }

 private:
  std::uint64_t state_;
};

// Answers to what is asked and to what isn't, some left out.
CheckIn random_check_in(const Plan& plan, Dice& dice);
// An event of this day: mostly a check-in or the session that the day allows, at times anything.
DayEvent random_event(const RunPlan& run, const State& state, int day, Dice& dice);
// Everything done at its least, with some load where one has to be found.
SessionDone done_as_written(const RunPlan& run, const State& state, const DayVerdict& verdict);

}  // namespace meso::test
