#include "compiler/verify/recovery_days.h"

#include <algorithm>

namespace meso {
namespace {

constexpr int kHours = 24;

Decimal bound(const Bounds& bounds, EnvelopeMode mode) {
  return mode == EnvelopeMode::worst ? bounds.worst : bounds.typical;
}

// The table's times in days, as long as the project takes them to be.
class Times {
 public:
  explicit Times(const Edition& edition) : edition_(edition) {}
  int days_up(Decimal hours) const {
    const Decimal taken = in_force(hours, edition_);
    const std::int64_t whole = taken.is_whole() ? taken.floor() : taken.floor() + 1;
    return static_cast<int>((whole + kHours - 1) / kHours);
  }
  int days_up(int hours) const { return days_up(Decimal::whole(hours)); }

 private:
  const Edition& edition_;
};

// R05 reads the novice row for light and usual work, the athlete's own for the rest.
int typical_gap(BoutClass bout_class, Level level, const Times& times) {
  const Level row = bout_class <= BoutClass::usual ? Level::novice : level;
  const BoutClass of = std::min(bout_class, BoutClass::novel);  // the table has no gap beyond it
  return times.days_up(ungated_gap_hours(of, row, EnvelopeMode::typical).value_or(0));
}

}  // namespace

RecoveryDays worst_of(const RecoveryDays& a, const RecoveryDays& b) {
  RecoveryDays out;
  out.clear = std::max(a.clear, b.clear);
  out.below_three = std::max(a.below_three, b.below_three);
  out.gone = std::max(a.gone, b.gone);
  out.sorest = std::max(a.sorest, b.sorest);
  out.strong_from = std::max(a.strong_from, b.strong_from);
  out.strong = std::max(a.strong, b.strong);
  out.latent = std::max(a.latent, b.latent);
  out.typical_gap = std::max(a.typical_gap, b.typical_gap);
  out.never_clear = a.never_clear || b.never_clear;
  return out;
}

RecoveryDays recovery_days(BoutClass bout_class, Level level, EnvelopeMode mode,
                           const Edition& edition) {
  const Times times(edition);
  const RecoveryRow& row = recovery_row(bout_class);
  const Bounds& force = level == Level::novice ? row.force_novice : row.force_trained;
  const auto safe = ungated_gap_hours(bout_class, level, mode);
  RecoveryDays days;
  days.below_three = times.days_up(bound(row.below_three, mode));
  days.gone = times.days_up(bound(row.gone, mode));
  days.strong = times.days_up(bound(force, mode));
  days.clear = safe ? times.days_up(*safe) : std::max(days.below_three, days.strong);
  days.never_clear = !safe;
  days.sorest = static_cast<int>(bound(row.peak_soreness, mode).floor());
  days.strong_from = static_cast<int>(force.best.floor()) / kHours;
  days.latent = bout_class >= BoutClass::hard_usual ? times.days_up(bound(row.onset, mode)) : 0;
  days.typical_gap = typical_gap(bout_class, level, times);
  return days;
}

}  // namespace meso
