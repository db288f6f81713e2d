#include "compiler/verify/ghost.h"

#include <algorithm>

namespace meso {

int Ghost::sorest(GroupId group, int day) const {
  int sorest = 0;
  for (const GhostBout& bout : bouts(group)) {
    const RecoveryDays& days = days_of(bout);
    const int since = day - bout.day;
    if (since < days.below_three) sorest = std::max(sorest, days.sorest);
    if (since < days.gone) sorest = std::max(sorest, std::min(days.sorest, 2));
  }
  return sorest;
}

bool Ghost::may_be_strong(GroupId group, int day) const {
  return std::all_of(bouts(group).begin(), bouts(group).end(), [&](const GhostBout& bout) {
    return day - bout.day >= days_of(bout).strong_from;
  });
}

bool Ghost::may_be_weak(GroupId group, int day) const {
  return std::any_of(bouts(group).begin(), bouts(group).end(),
                     [&](const GhostBout& bout) { return day - bout.day < days_of(bout).strong; });
}

}  // namespace meso
