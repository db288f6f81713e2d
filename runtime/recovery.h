// The recovery model: how long soreness and lost strength may last after a bout. One set of
// parameters for guidelines and docs (docs/recovery-model.md).
//
// The table below is the definition of the envelope: 5th, 50th and 99th percentile of a simulation,
// the worst rounded up to 12 h and widened to published limits. It is an assumption, not a fact.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

#include "base/decimal.h"
#include "runtime/athlete.h"
#include "runtime/edition.h"

namespace meso {

enum class BoutClass : std::uint8_t {
  light,
  usual,
  hard_usual,
  pushed,
  novel,
  novel_heavy
};                                            // A-F
std::string_view text(BoutClass bout_class);  // "usual"
char letter(BoutClass bout_class);            // 'B'

struct Bounds {  // hours, or soreness 0-10 for the peak
  Decimal best, typical, worst;
};

struct RecoveryRow {
  BoutClass bout_class;
  Bounds peak_soreness;
  Bounds onset;
  Bounds peak_time;
  Bounds below_three;    // soreness < 3 by
  Bounds gone;           // soreness about 0 by
  Bounds force_trained;  // force back by, trained athletes
  Bounds force_novice;
  // Least gap that is safe without a gate in every trajectory, hours; nothing: never ungated.
  std::optional<int> ungated_worst_trained, ungated_worst_novice;
  std::optional<int> ungated_typical_trained, ungated_typical_novice;
};

const std::array<RecoveryRow, 6>& recovery_table();
const RecoveryRow& recovery_row(BoutClass bout_class);

// A time of the table as the plan's project takes it.
inline Decimal in_force(Decimal hours, const Edition& edition) {
  return percent_of(edition.recovery_times, hours);
}

enum class EnvelopeMode : std::uint8_t { typical, worst };
// Hours; nothing where no gap is safe without a gate. `level` picks the novice or trained column.
std::optional<int> ungated_gap_hours(BoutClass bout_class, Level level, EnvelopeMode mode);

// From so many seconds of lowering on a set counts as eccentric emphasis.
inline constexpr int kEccentricSeconds = 4;

// Factors of the dose D = sum of sets x contribution x effort x eccentric x length.
Decimal effort_factor(Decimal rir);  // 1.25 at RIR 0 ... 0.45 from 5 up, linear between
Decimal eccentric_factor(int lowering_seconds, bool eccentric_overload);
Decimal length_factor(bool long_length);

// Protection p of a lift (repeated-bout effect), 0 to 0.95.
Decimal protection_new();
Decimal protection_familiar();
Decimal protection_after_bout(Decimal protection);
Decimal protection_after_starter(Decimal protection);
// After `weeks` without the lift (half-life 12 weeks).
Decimal protection_after_weeks(Decimal protection, int weeks);
bool is_starter_dose(Decimal dose, Decimal least_rir);  // D <= 2 at RIR >= 4

// What a bout on one group is judged by.
struct Bout {
  Decimal dose;              // D
  Decimal accustomed;        // largest full dose in the last four passes; 0: none
  Decimal least_protection;  // among its lifts with at least one fractional set
  Decimal least_rir;         // of its sets
  Decimal hard_sets;         // fractional
  bool eccentric_overload = false;
  bool first_eccentric = false;      // first-time eccentric emphasis
  bool first_month = false;          // of training at all
  bool after_layoff = false;         // above the return ramp
  bool first_week_of_block = false;  // of a loading block, or deload to load, or a push week
};
// The first class that holds, from F down: total, ordered.
BoutClass classify(const Bout& bout);

}  // namespace meso
