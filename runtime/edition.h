// The constants of a guideline edition that decisions use: one table, cited by name everywhere.
// Guideline thresholds (what is reported) live with each guideline; these say how days, exposures
// and gates are counted, so the runtime, the verifier and the docs share them.
#pragma once

#include <span>
#include <vector>

#include "base/decimal.h"

namespace meso {

// A week of coming back after a lay-off, where the plan says nothing else.
struct ReturnWeek {
  Decimal sets, load;  // % of the plan's
  Decimal rir;         // at least
};
struct UsualReturn {
  int after_days_off = 0;
  std::vector<ReturnWeek> weeks;
};

struct Edition {
  int year = 0;

  // time and order
  int pace_days = 0;                       // at most K sessions in any so many days
  int same_session_days = 0;               // the same session no sooner, in a block of weeks
  std::vector<UsualReturn> usual_returns;  // by days off, rising
  int inserts_per_run = 0;                 // `insert`s a block run, unless stated
  int sets_above_start = 0;                // `sets` up to start + this, unless stated
  int baseline_passes = 0;                 // so many loading passes are what an athlete is used to
  int first_month_days = 0;                // a novice's first month, in which everything is new

  // What the recovery table's times are taken as, %: a project may ask for longer ones.
  Decimal recovery_times = Decimal::whole(100);

  // gates
  int train_soreness_at_most = 0;     // full dose: the report of every group trained
  int lighten_soreness_at_most = 0;   // reduced dose
  int functional_from = 0;            // the functional questions are asked from this report up
  Decimal strength_restored;          // probe: % of the median of its last exposures
  int strength_history = 0;           // exposures in that median
  int strength_no_history_hours = 0;  // without history: so long since the groups were trained
  Decimal most_left_told;             // reps left: who tells more, tells "at least so many"

  // what is said beside the gate: a first set that falls short, and signs that ask for a deload
  int short_reps = 0;      // of the first work set against the last time
  int sore_days = 0;       // soreness of `functional_from` or more for so long ...
  int sore_groups = 0;     // ... in so many groups
  int weaker_lifts = 0;    // or so many lifts twice in a row ...
  Decimal weaker_percent;  // ... so far below the time before
  int tired_energy = 0;    // or HRV below its baseline and energy at most this

  // HRV and resting heart rate against the athlete's own baseline
  int baseline_mean_days = 0;      // today's mean is over so many days ...
  int baseline_mean_readings = 0;  // ... of which so many were measured
  int baseline_days = 0;           // the baseline is over so many days before them ...
  int baseline_readings = 0;       // ... of which so many were measured
  Decimal baseline_band;           // "at": so many standard deviations around its mean

  // better or worse than last time, in % of the estimated 1RM
  Decimal better_percent;
  Decimal much_better_percent;
  int much_better_reps = 0;  // or so many reps more on every set

  // what a session does to a group
  Decimal trains_sets;     // fractional hard sets that train, besides any primary set
  Decimal spares_sets;     // at most, for a swap target
  Decimal spares_percent;  // and at most this % of the session's sets

  // counting hard sets
  Decimal hard_rir;              // up to this RIR a set counts 1
  Decimal half_rir;              // up to this RIR it counts 0.5, above 0
  Decimal amrap_rir;             // RIR of an AMRAP set unless stated
  Decimal fatigue_per_set;       // RIR estimate: reps lost a set (Epley inverse with drift)
  Decimal training_max_percent;  // of 1RM, where a RIR is estimated from a training max
  int reps_per_total_set = 0;    // `50 reps` counts as so many reps a set
  Decimal mini_set;              // a drop or mini-set behind a set counts as so much of one
};

// All editions, oldest first.
std::span<const Edition> editions();
// The edition of this year, or nothing.
const Edition* edition_of(int year);

}  // namespace meso
