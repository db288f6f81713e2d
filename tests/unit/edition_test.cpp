#include "runtime/edition.h"

#include <catch2/catch.hpp>

using namespace meso;

TEST_CASE("editions are found by their year and by nothing else") {
  REQUIRE(editions().size() == 1);
  REQUIRE(edition_of(2026) == &editions().front());
  CHECK(edition_of(2026)->year == 2026);
  CHECK(edition_of(2025) == nullptr);
  CHECK(edition_of(0) == nullptr);
}

// A change of any of these numbers changes the meaning of plans that were written against the
// edition: it has to be another edition.
TEST_CASE("the constants of edition 2026 never change") {
  const Edition& e = *edition_of(2026);
  struct Row {
    const char* name;
    int is, must_be;
  };
  const Row rows[] = {
      {"pace_days", e.pace_days, 7},
      {"same_session_days", e.same_session_days, 6},
      {"usual_returns[0].after_days_off", e.usual_returns[0].after_days_off, 14},
      {"usual_returns[1].after_days_off", e.usual_returns[1].after_days_off, 28},
      {"baseline_mean_days", e.baseline_mean_days, 7},
      {"baseline_mean_readings", e.baseline_mean_readings, 3},
      {"baseline_days", e.baseline_days, 28},
      {"baseline_readings", e.baseline_readings, 10},
      {"much_better_reps", e.much_better_reps, 2},
      {"inserts_per_run", e.inserts_per_run, 2},
      {"sets_above_start", e.sets_above_start, 3},
      {"baseline_passes", e.baseline_passes, 4},
      {"first_month_days", e.first_month_days, 28},
      {"train_soreness_at_most", e.train_soreness_at_most, 2},
      {"lighten_soreness_at_most", e.lighten_soreness_at_most, 3},
      {"functional_from", e.functional_from, 3},
      {"strength_history", e.strength_history, 3},
      {"strength_no_history_hours", e.strength_no_history_hours, 48},
      {"short_reps", e.short_reps, 2},
      {"sore_days", e.sore_days, 4},
      {"sore_groups", e.sore_groups, 2},
      {"weaker_lifts", e.weaker_lifts, 2},
      {"tired_energy", e.tired_energy, 2},
      {"reps_per_total_set", e.reps_per_total_set, 10},
  };
  for (const auto& row : rows) {
    CAPTURE(row.name);
    CHECK(row.is == row.must_be);
  }
  struct DecimalRow {
    const char* name;
    Decimal is;
    const char* must_be;
  };
  const DecimalRow decimals[] = {
      {"strength_restored", e.strength_restored, "97"},
      {"most_left_told", e.most_left_told, "3"},
      {"weaker_percent", e.weaker_percent, "5"},
      {"baseline_band", e.baseline_band, "0.5"},
      {"better_percent", e.better_percent, "1"},
      {"much_better_percent", e.much_better_percent, "3"},
      {"trains_sets", e.trains_sets, "3"},
      {"spares_sets", e.spares_sets, "1"},
      {"spares_percent", e.spares_percent, "30"},
      {"hard_rir", e.hard_rir, "4"},
      {"half_rir", e.half_rir, "6"},
      {"amrap_rir", e.amrap_rir, "1"},
      {"fatigue_per_set", e.fatigue_per_set, "0.5"},
      {"training_max_percent", e.training_max_percent, "90"},
  };
  for (const auto& row : decimals) {
    CAPTURE(row.name);
    CHECK(row.is.text() == row.must_be);
  }
}
