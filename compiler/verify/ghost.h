// Bodies inside the envelope: how sore and how weak each group may still be, from the bouts so far.
#pragma once

#include <array>
#include <vector>

#include "compiler/verify/recovery_days.h"
#include "runtime/groups.h"
#include "runtime/step/run_plan.h"

namespace meso {

// A bout of one group.
struct GhostBout {
  int day = 0;
  SessionId session;
  BoutClass bout_class = BoutClass::usual;
};

class Ghost {
 public:
  Ghost(Level level, EnvelopeMode mode, const Edition& edition) {
    for (std::size_t c = 0; c < days_.size(); ++c)
      days_[c] = recovery_days(static_cast<BoutClass>(c), level, mode, edition);
  }

  void train(GroupId group, const GhostBout& bout) { bouts_[group.value].push_back(bout); }
  const std::vector<GhostBout>& bouts(GroupId group) const { return bouts_[group.value]; }
  const RecoveryDays& days_of(const GhostBout& bout) const {
    return days_[static_cast<std::size_t>(bout.bout_class)];
  }
  // The highest report that a truthful athlete may give.
  int sorest(GroupId group, int day) const;
  bool may_be_strong(GroupId group, int day) const;
  bool may_be_weak(GroupId group, int day) const;

 private:
  std::array<RecoveryDays, 6> days_;  // by class
  std::array<std::vector<GhostBout>, kMostGroups> bouts_;
};

}  // namespace meso
