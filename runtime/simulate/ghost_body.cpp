#include "runtime/simulate/ghost_body.h"

#include <algorithm>

namespace meso::simulate {
namespace {

constexpr double kUnfelt = 0.02;  // of strength missing: less isn't noticed

}  // namespace

void GhostBody::train(GroupId group, double hour, const Aftermath& after) {
  Group& felt = groups_[group.value];
  Felt* place = nullptr;
  if (counts_[group.value] < kMost)
    place = &felt[counts_[group.value]++];
  else
    place = &*std::min_element(felt.begin(), felt.end(),
                               [](const Felt& a, const Felt& b) { return a.until < b.until; });
  *place = {hour, hour + after.over(kUnfelt), after};
  double& next = next_end_[group.value];
  next = holds(tired_, group) ? std::min(next, place->until) : place->until;
  tired_ |= group_bit(group);
}

// A bout that never gets worse than what another has come to needn't be worked out.
template <class Now>
double GhostBody::worst(GroupId group, double hour, double Aftermath::*most, Now now) const {
  const auto bouts = felt(group);
  double worst = 0;
  for (auto bout = bouts.rbegin(); bout != bouts.rend(); ++bout)
    if (bout->after.*most > worst) worst = std::max(worst, now(bout->after, hour - bout->since));
  return worst;
}

double GhostBody::soreness(GroupId group, double hour) const {
  return worst(group, hour, &Aftermath::peak,
               [](const Aftermath& after, double hours) { return after.soreness(hours); });
}

double GhostBody::weakness(GroupId group, double hour) const {
  return worst(group, hour, &Aftermath::deficit,
               [](const Aftermath& after, double hours) { return after.weakness(hours); });
}

bool GhostBody::is_sore(GroupId group, double hour, double limit) const {
  const auto bouts = felt(group);
  return std::any_of(bouts.begin(), bouts.end(), [&](const Felt& bout) {
    return bout.after.peak >= limit && bout.after.soreness(hour - bout.since) >= limit;
  });
}

bool GhostBody::is_weak(GroupId group, double hour, double limit) const {
  const auto bouts = felt(group);
  return std::any_of(bouts.begin(), bouts.end(), [&](const Felt& bout) {
    return bout.after.is_weak(hour - bout.since, limit);
  });
}

void GhostBody::forget_ended(GroupId group, double hour) {
  Group& felt = groups_[group.value];
  std::uint8_t& count = counts_[group.value];
  double& next = next_end_[group.value];
  next = kNoEnd;
  for (std::size_t i = 0; i < count;) {
    if (felt[i].until <= hour) {
      felt[i] = felt[--count];
    } else {
      next = std::min(next, felt[i].until);
      ++i;
    }
  }
}

void GhostBody::rest(double hour) {
  for_each_group(tired_, [&](GroupId group) {
    if (hour < next_end_[group.value]) return;
    forget_ended(group, hour);
    if (counts_[group.value] == 0) tired_ &= ~group_bit(group);
  });
}

}  // namespace meso::simulate
