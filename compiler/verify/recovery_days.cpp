#include "compiler/verify/recovery_days.h"

#include <algorithm>

namespace meso {
namespace {

constexpr int kHours = 24;

int days_up(Decimal hours) {
  return static_cast<int>((hours.floor() + kHours - 1) / kHours);  // the table has whole hours
}
int days_up(int hours) { return (hours + kHours - 1) / kHours; }

Decimal bound(const Bounds& bounds, EnvelopeMode mode) {
  return mode == EnvelopeMode::worst ? bounds.worst : bounds.typical;
}

// R05 reads the novice row for light and usual work, the athlete's own for the rest.
int typical_gap(BoutClass bout_class, Level level) {
  const Level row = bout_class <= BoutClass::usual ? Level::novice : level;
  const BoutClass of = std::min(bout_class, BoutClass::novel);  // the table has no gap beyond it
  return days_up(ungated_gap_hours(of, row, EnvelopeMode::typical).value_or(0));
}

}  // namespace

RecoveryDays recovery_days(BoutClass bout_class, Level level, EnvelopeMode mode) {
  const RecoveryRow& row = recovery_row(bout_class);
  const Bounds& force = level == Level::novice ? row.force_novice : row.force_trained;
  const auto safe = ungated_gap_hours(bout_class, level, mode);
  RecoveryDays days;
  days.below_three = days_up(bound(row.below_three, mode));
  days.gone = days_up(bound(row.gone, mode));
  days.strong = days_up(bound(force, mode));
  days.clear = safe ? days_up(*safe) : std::max(days.below_three, days.strong);
  days.never_clear = !safe;
  days.sorest = static_cast<int>(bound(row.peak_soreness, mode).floor());
  days.strong_from = static_cast<int>(force.best.floor()) / kHours;
  days.latent = bout_class >= BoutClass::hard_usual ? days_up(bound(row.onset, mode)) : 0;
  days.typical_gap = typical_gap(bout_class, level);
  return days;
}

}  // namespace meso
