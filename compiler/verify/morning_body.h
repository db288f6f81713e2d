// The group's body in a state of the exploration: what bouts and nights make of it.
#pragma once

#include <algorithm>

#include "compiler/verify/morning.h"

namespace meso {

// What gates can be told on that morning.
inline RecoveryCells cells_of(const Morning& today) {
  RecoveryCells cells{};
  for (std::size_t i = 0; i < cells.size(); ++i) {
    const Morning::Recovery& r = today.recovery[i];
    cells[i].sorest = r.below_three > 0 ? r.sorest : static_cast<std::uint8_t>(r.gone > 0 ? 2 : 0);
    cells[i].may_be_strong = r.strong_from == 0;
    cells[i].may_be_weak = r.strong > 0;
  }
  return cells;
}

inline void raise(std::uint8_t& days, int to) {
  days = static_cast<std::uint8_t>(std::max<int>(days, to));
}
inline void fall(std::uint8_t& days) { days = static_cast<std::uint8_t>(days - (days > 0)); }

// What remains of several bouts is the worst of each, not their sum.
inline void tire(Morning& m, const RecoveryDays& bout) {
  raise(m.clear, bout.clear);
  raise(m.typical_gap, bout.typical_gap);
  m.never_clear = bout.never_clear ? 1 : 0;
  m.latent = static_cast<std::uint8_t>(bout.latent);
}
inline void tire(Morning::Recovery& r, const RecoveryDays& bout) {
  if (r.below_three == 0) r.sorest = 0;
  raise(r.sorest, bout.sorest);
  raise(r.below_three, bout.below_three);
  raise(r.gone, bout.gone);
  raise(r.strong_from, bout.strong_from);
  raise(r.strong, bout.strong);
}

inline void rest_a_night(Morning& m) {
  for (std::uint8_t* days : {&m.clear, &m.latent, &m.typical_gap}) fall(*days);
  for (Morning::Recovery& r : m.recovery) {
    for (std::uint8_t* days : {&r.below_three, &r.gone, &r.strong_from, &r.strong}) fall(*days);
    if (r.below_three == 0) r.sorest = 0;
  }
}

}  // namespace meso
