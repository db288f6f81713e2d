// Many athletes through one plan. The same seed gives the same tally, however many threads there
// are: each athlete is a function of the seed and a number, and sums are whole numbers.
#pragma once

#include <cstdint>
#include <functional>

#include "runtime/simulate/answers.h"
#include "runtime/simulate/tally.h"

namespace meso::simulate {

struct Request {
  int athletes = 1000;
  std::uint64_t seed = 1;
  int threads = 1;  // 0: one for each core
  Habits habits;
  // Called now and then, from the thread that asked, with the athletes done so far.
  std::function<void(int)> progress;
};

// The days after which a run is broken off: three times those of the nominal path.
int most_days(const SimulatedPlan& plan);
Tally simulate(const SimulatedPlan& plan, const Request& request);

}  // namespace meso::simulate
