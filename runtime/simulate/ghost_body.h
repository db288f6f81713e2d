// A body that training makes sore and weak, group by group. Where several bouts are still felt the
// worst of each counts, not their sum (recovery-model 3.2).
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>

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
  using Group = std::array<Felt, kMost>;
  std::span<const Felt> felt(GroupId group) const {
    return {groups_[group.value].data(), counts_[group.value]};
  }
  void forget_ended(GroupId group, double hour);
  std::array<Group, kMostGroups> groups_;
  // Of each group; apart, for each day looks at all of them and at few bouts.
  std::array<std::uint8_t, kMostGroups> counts_{};  // of bouts that are felt
  std::array<double, kMostGroups> next_end_{};      // the first of them to be over
  GroupSet tired_ = 0;
};

}  // namespace meso::simulate
