#include "runtime/edition.h"

#include <array>

namespace meso {
namespace {

// The first edition. An edition never changes once plans are written against it: another number
// is another edition.
Edition edition_2026() {
  Edition e;
  e.year = 2026;

  e.pace_days = 7;
  e.same_session_days = 6;
  const auto week = [](int sets, int load, int rir) {
    return ReturnWeek{Decimal::whole(sets), Decimal::whole(load), Decimal::whole(rir)};
  };
  e.usual_returns = {
      {14, {week(50, 90, 4), week(70, 95, 3)}},
      {28, {week(50, 80, 4), week(70, 85, 4), week(80, 90, 3), week(90, 95, 3)}},
  };
  e.inserts_per_run = 2;
  e.sets_above_start = 3;
  e.baseline_passes = 4;
  e.first_month_days = 28;

  e.train_soreness_at_most = 2;
  e.lighten_soreness_at_most = 3;
  e.functional_from = 3;
  e.strength_restored = Decimal::whole(97);
  e.strength_history = 3;
  e.strength_no_history_hours = 48;
  e.most_left_told = Decimal::whole(3);

  e.short_reps = 2;
  e.sore_days = 4;
  e.sore_groups = 2;
  e.weaker_lifts = 2;
  e.weaker_percent = Decimal::whole(5);
  e.tired_energy = 2;

  e.baseline_mean_days = 7;
  e.baseline_mean_readings = 3;
  e.baseline_days = 28;
  e.baseline_readings = 10;
  e.baseline_band = Decimal::ratio(1, 2);

  e.better_percent = Decimal::whole(1);
  e.much_better_percent = Decimal::whole(3);
  e.much_better_reps = 2;

  e.trains_sets = Decimal::whole(3);
  e.spares_sets = Decimal::whole(1);
  e.spares_percent = Decimal::whole(30);

  e.hard_rir = Decimal::whole(4);
  e.half_rir = Decimal::whole(6);
  e.amrap_rir = Decimal::whole(1);
  e.fatigue_per_set = Decimal::ratio(1, 2);
  e.training_max_percent = Decimal::whole(90);
  e.reps_per_total_set = 10;
  e.mini_set = Decimal::ratio(33, 100);
  return e;
}

}  // namespace

std::span<const Edition> editions() {
  static const std::array<Edition, 1> all{edition_2026()};
  return all;
}

const Edition* edition_of(int year) {
  for (const auto& edition : editions())
    if (edition.year == year) return &edition;
  return nullptr;
}

}  // namespace meso
