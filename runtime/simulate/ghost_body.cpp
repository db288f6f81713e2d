#include "runtime/simulate/ghost_body.h"

#include <algorithm>

namespace meso::simulate {
namespace {

constexpr double kUnfelt = 0.02;  // of strength missing: less isn't noticed

}  // namespace

void GhostBody::train(GroupId group, double hour, const Aftermath& after) {
  Group& g = groups_[group.value];
  const auto end = g.felt.begin() + static_cast<std::ptrdiff_t>(g.count);
  Felt* place = nullptr;
  if (g.count < kMost)
    place = &g.felt[g.count++];
  else
    place = &*std::min_element(g.felt.begin(), end,
                               [](const Felt& a, const Felt& b) { return a.until < b.until; });
  *place = {hour, hour + after.over(kUnfelt), after};
  g.next_end = holds(tired_, group) ? std::min(g.next_end, place->until) : place->until;
  tired_ |= group_bit(group);
}

// A bout that never gets worse than what another has come to needn't be worked out.
template <class Now>
double GhostBody::worst(GroupId group, double hour, double Aftermath::*most, Now now) const {
  const Group& g = groups_[group.value];
  double worst = 0;
  for (std::size_t i = g.count; i > 0; --i) {
    const Felt& felt = g.felt[i - 1];
    if (felt.after.*most > worst) worst = std::max(worst, now(felt.after, hour - felt.since));
  }
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
  const Group& g = groups_[group.value];
  return std::any_of(
      g.felt.begin(), g.felt.begin() + static_cast<std::ptrdiff_t>(g.count), [&](const Felt& felt) {
        return felt.after.peak >= limit && felt.after.soreness(hour - felt.since) >= limit;
      });
}

bool GhostBody::is_weak(GroupId group, double hour, double limit) const {
  const Group& g = groups_[group.value];
  return std::any_of(
      g.felt.begin(), g.felt.begin() + static_cast<std::ptrdiff_t>(g.count),
      [&](const Felt& felt) { return felt.after.is_weak(hour - felt.since, limit); });
}

void GhostBody::forget_ended(Group& g, double hour) {
  g.next_end = kNoEnd;
  for (std::size_t i = 0; i < g.count;) {
    if (g.felt[i].until <= hour) {
      g.felt[i] = g.felt[--g.count];
    } else {
      g.next_end = std::min(g.next_end, g.felt[i].until);
      ++i;
    }
  }
}

void GhostBody::rest(double hour) {
  for_each_group(tired_, [&](GroupId id) {
    Group& g = groups_[id.value];
    if (hour < g.next_end) return;
    forget_ended(g, hour);
    if (g.count == 0) tired_ &= ~group_bit(id);
  });
}

}  // namespace meso::simulate
