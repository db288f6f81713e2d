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
  *place = {hour, hour + std::max(after.end, after.strong_again(kUnfelt)), after};
  tired_ |= group_bit(group);
}

// A bout that never gets worse than what another has come to needn't be worked out.
double GhostBody::worst(GroupId group, double hour, double Aftermath::*most,
                        double (Aftermath::*now)(double) const) const {
  const Group& g = groups_[group.value];
  double worst = 0;
  for (std::size_t i = g.count; i > 0; --i) {
    const Felt& felt = g.felt[i - 1];
    if (felt.after.*most > worst) worst = std::max(worst, (felt.after.*now)(hour - felt.since));
  }
  return worst;
}

double GhostBody::soreness(GroupId group, double hour) const {
  return worst(group, hour, &Aftermath::peak, &Aftermath::soreness);
}

double GhostBody::weakness(GroupId group, double hour) const {
  return worst(group, hour, &Aftermath::deficit, &Aftermath::weakness);
}

void GhostBody::rest(double hour) {
  for_each_group(tired_, [&](GroupId id) {
    Group& g = groups_[id.value];
    for (std::size_t i = 0; i < g.count;)
      if (g.felt[i].until <= hour)
        g.felt[i] = g.felt[--g.count];
      else
        ++i;
    if (g.count == 0) tired_ &= ~group_bit(id);
  });
}

}  // namespace meso::simulate
