// A path held against the runtime: day by day the concrete step decides on check-ins that the
// envelope allows, with a ghost body beside it.
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "compiler/verify/bouts.h"
#include "compiler/verify/budget.h"
#include "compiler/verify/explore.h"
#include "compiler/verify/ghost.h"
#include "compiler/verify/lived_day.h"

namespace meso {

struct LivedPath {
  std::vector<LivedDay> days;    // some days later where rules lengthen its waits
  std::string results;           // with which; empty: they have no part in it
  std::vector<GhostBout> bouts;  // of the group, before the last day
  BodyToday body;                // the group, on its morning
};

// Days on which the path can't be as it says, and why.
struct Blocked {
  int day = 0;
  SessionId session;
  std::optional<SessionId> head;  // whose turn it was
  std::string why;
  bool for_budget = false;  // not all check-ins were tried
};

std::variant<LivedPath, Blocked> replay_path(const PlanFacts& facts, const RunPlan& run,
                                             const Bouts& bouts, GroupId group,
                                             const Breach& breach, EnvelopeMode mode,
                                             Budget& budget);

}  // namespace meso
