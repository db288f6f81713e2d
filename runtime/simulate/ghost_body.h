// A body that training makes sore and weak, group by group. Where several bouts are still felt the
// worst of each counts, not their sum (recovery-model 3.2).
#pragma once

#include <array>
#include <cstddef>

#include "runtime/groups.h"
#include "runtime/simulate/aftermath.h"

namespace meso::simulate {

class GhostBody {
 public:
  // `hour` is counted from any one moment, the same for all calls; bouts come in order.
  void train(GroupId group, double hour, const Aftermath& after);
  double soreness(GroupId group, double hour) const;
  double weakness(GroupId group, double hour) const;
  // Whether it is that much at least: most bouts never come to it, and needn't be worked out.
  bool is_sore(GroupId group, double hour, double limit) const;
  bool is_weak(GroupId group, double hour, double limit) const;
  // Groups in which something may still be felt.
  GroupSet tired() const { return tired_; }
  // Forgets what is over at this hour.
  void rest(double hour);

 private:
  template <class Now>
  double worst(GroupId group, double hour, double Aftermath::*most, Now now) const;
  static constexpr double kNoEnd = 1e300;
  static constexpr std::size_t kMost = 6;  // of bouts felt at once: then the first to end gives way
  struct Felt {
    double since = 0;
    double until = 0;  // after which nothing is left of it
    Aftermath after;
  };
  struct Group {
    std::array<Felt, kMost> felt;
    std::size_t count = 0;
    double next_end = kNoEnd;  // the first of those that are felt to be over
  };
  static void forget_ended(Group& g, double hour);
  std::array<Group, kMostGroups> groups_;
  GroupSet tired_ = 0;
};

}  // namespace meso::simulate
