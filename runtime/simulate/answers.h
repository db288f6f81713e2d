// How a simulated athlete answers a check-in: from the body, with some noise, now and then too low,
// now and then not at all (recovery-model 3.5; the rest is [E], docs/simulate.md).
#pragma once

#include "runtime/simulate/ghost_body.h"
#include "runtime/simulate/random.h"
#include "runtime/simulate/simulated_plan.h"

namespace meso::simulate {

// How honest and how regular athletes are, in parts of one.
struct Habits {
  double noise = 0.7;           // points of soreness, at most, either way
  double no_check_in = 0.05;    // of days
  double under_reports = 0.05;  // of check-ins
  int under_report_by = 2;
  double busy = 0.01;        // of days: away for one to three days from then on
  double lays_off = 0.0005;  // away for 10 to 35 days
};

// One day of one athlete, as far as it can be answered without lifting anything.
struct DayOf {
  const SimulatedPlan& plan;
  const GhostBody& body;
  const Habits& habits;
  std::uint64_t seed = 0, athlete = 0;
  int day = 0;
  double hour() const { return 24.0 * day; }
};

// Soreness, energy, sleep, pain and the stop list; nothing of what the plan doesn't touch.
void answer_check_in(const DayOf& day, Random& random, CheckIn& answers);
// Any other question but a probe.
void answer(const DayOf& day, const Question& question, CheckIn& answers);

}  // namespace meso::simulate
