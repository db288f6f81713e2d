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
  // Groups in which something may still be felt.
  GroupSet tired() const { return tired_; }
  // Forgets what is over at this hour.
  void rest(double hour);

 private:
  double worst(GroupId group, double hour, double Aftermath::*most,
               double (Aftermath::*now)(double) const) const;
  static constexpr std::size_t kMost = 6;  // of bouts felt at once: then the first to end gives way
  struct Felt {
    double since = 0;
    double until = 0;  // after which nothing is left of it
    Aftermath after;
  };
  struct Group {
    std::array<Felt, kMost> felt;
    std::size_t count = 0;
  };
  std::array<Group, kMostGroups> groups_;
  GroupSet tired_ = 0;
};

}  // namespace meso::simulate
