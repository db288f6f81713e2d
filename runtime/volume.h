// Hard sets of a whole week, by muscle group.
#pragma once

#include <vector>

#include "base/decimal.h"
#include "runtime/edition.h"
#include "runtime/plan.h"

namespace meso {

// A week of sessions that rotate holds so many of the listed ones, now these, now those: on average
// this share of all of them. 1 where they don't rotate.
Decimal share_of_list(const Block& block, const Week& week);

// By GroupId, as the dose of each session counts them; of a week of sessions that rotate, the
// average.
std::vector<Decimal> weekly_hard_sets(const Plan& plan, const Block& block, const Week& week,
                                      const Edition& edition);

}  // namespace meso
