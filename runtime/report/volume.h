// Hard sets a week of each muscle group, from what was done, with the plan's number beside it.
#pragma once

#include <optional>
#include <vector>

#include "runtime/report/lifted.h"
#include "runtime/report/series.h"

namespace meso {

struct WeekVolume {
  int week = 0;  // of Weeks
  Decimal done;
  // Of the plan's week that the athlete was in; nothing where no session of the plan was done.
  std::optional<Decimal> planned;
};
struct GroupVolume {
  GroupId group;
  std::vector<WeekVolume> weeks;  // the earliest first, none left out
};

// Hard sets of one session by GroupId: 1 of a set for what it trains directly, 0.5 indirectly.
std::vector<Decimal> hard_sets_done(const Plan& plan, const LiftedSession& session);

// The groups that were trained or planned in one of the latest `count` weeks, in the plan's order.
std::vector<GroupVolume> group_volumes(const RunPlan& run,
                                       const std::vector<LiftedSession>& sessions,
                                       const Weeks& weeks, int count);

}  // namespace meso
