// Hard sets of a group in seven days, as the plan is written: what weekly bands are held against.
#pragma once

#include <vector>

#include "compiler/verify/facts.h"

namespace meso {

struct WeeklySets {
  std::size_t pass = 0;             // into PlanFacts::passes
  std::vector<Decimal> sets;        // by group
  std::vector<Decimal> to_failure;  // of which planned to failure: no rep in reserve
};

// A part of a whole, exactly: so many sevenths of it, and the like.
struct WeekShare {
  int of = 1, among = 1;
  Decimal operator()(Decimal sets) const {
    return of == among ? sets : sets * Decimal::whole(of) / Decimal::whole(among);
  }
};
// How much of each pass seven days hold, as written: by PlanFacts::passes. A pass of weeks is a
// week; of sessions that rotate it is the average, and of rotations as much of one as seven days
// hold when all is done on its earliest day.
std::vector<WeekShare> shares_of_passes(const PlanFacts& facts);
// Of each loading pass.
std::vector<WeeklySets> weekly_sets(const PlanFacts& facts);

// Of one set group as it is written: sets that go to failure, each counted once. What is only
// estimated from a percentage isn't planned.
int sets_to_failure(const Line& line, const SetGroup& group, int sets_before,
                    const Edition& edition);

}  // namespace meso
