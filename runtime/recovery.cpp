#include "runtime/recovery.h"

#include <algorithm>

namespace meso {
namespace {

constexpr Decimal hundredths(int n) { return Decimal::nano(Decimal::kScale / 100 * n); }
constexpr Decimal tenths(int n) { return hundredths(10 * n); }

Bounds hours(int best, int typical, int worst) {
  return {Decimal::whole(best), Decimal::whole(typical), Decimal::whole(worst)};
}
// Soreness, in tenths of a point.
Bounds points(int best, int typical, int worst) {
  return {tenths(best), tenths(typical), tenths(worst)};
}

// Rows A to F; columns: peak soreness, its onset and time, soreness below 3 and about 0, force back
// in trained athletes and in novices, then the safe gaps without a gate: worst trained, worst
// novice, typical trained, typical novice.
std::array<RecoveryRow, 6> make_table() {
  const Bounds onset = hours(6, 18, 48);
  const std::optional<int> never;
  return {{
      {BoutClass::light, points(0, 6, 20), onset, hours(24, 36, 60), hours(0, 0, 24),
       hours(0, 0, 60), hours(4, 10, 36), hours(9, 15, 48), 36, 48, 12, 24},
      {BoutClass::usual, points(10, 18, 50), onset, hours(24, 39, 72), hours(0, 0, 72),
       hours(0, 48, 96), hours(12, 25, 72), hours(19, 37, 96), 72, 96, 36, 48},
      {BoutClass::hard_usual, points(20, 44, 80), onset, hours(24, 44, 72), hours(0, 54, 120),
       hours(48, 78, 156), hours(31, 60, 132), hours(44, 84, 192), 132, 192, 72, 96},
      {BoutClass::pushed, points(25, 46, 85), onset, hours(24, 44, 72), hours(0, 57, 132),
       hours(51, 81, 156), hours(33, 64, 144), hours(48, 92, 204), 144, 204, 72, 96},
      {BoutClass::novel, points(20, 40, 80), onset, hours(24, 44, 72), hours(0, 55, 144),
       hours(45, 78, 168), hours(27, 58, 156), hours(47, 95, 228), 156, 228, 72, 96},
      {BoutClass::novel_heavy, points(55, 85, 100), onset, hours(36, 51, 84), hours(63, 99, 192),
       hours(81, 123, 240), hours(41, 96, 204), hours(146, 240, 420), never, never, never, never},
  }};
}

// r > `tenths_of_usual` / 10, where r = dose / accustomed. Without anything to compare with r is 1:
// the novelty of the lifts then decides.
bool ratio_above(const Bout& bout, int tenths_of_usual) {
  if (bout.accustomed == Decimal()) return tenths_of_usual < 10;
  return bout.dose.nano() * 10 >
         bout.accustomed.nano() * tenths_of_usual;  // exact: doses are small
}

// What makes a bout novel: any one of five reasons; two make it novel and heavy.
int novel_reasons(const Bout& bout) {
  return int{bout.least_protection < hundredths(50)} + int{bout.first_month} +
         int{bout.after_layoff} + int{bout.first_eccentric} + int{ratio_above(bout, 16)};
}

bool is_pushed(const Bout& bout) {
  return ratio_above(bout, 12) || bout.least_protection < hundredths(80) ||
         bout.first_week_of_block;
}

bool is_hard(const Bout& bout) {
  return bout.least_rir <= Decimal() || bout.hard_sets > Decimal::whole(8) || ratio_above(bout, 11);
}

bool is_light(const Bout& bout) {
  return bout.dose <= Decimal::whole(3) && bout.least_rir >= Decimal::whole(3) &&
         !ratio_above(bout, 10);
}

BoutClass full_class(const Bout& bout) {
  const int reasons = novel_reasons(bout);
  // A dose above 1.6 of the usual on lifts with less than half their protection is two reasons, so
  // it needs no line of its own.
  if (reasons >= 2 || bout.eccentric_overload) return BoutClass::novel_heavy;
  if (reasons == 1) return BoutClass::novel;
  if (is_pushed(bout)) return BoutClass::pushed;
  if (is_hard(bout)) return BoutClass::hard_usual;
  return is_light(bout) ? BoutClass::light : BoutClass::usual;
}

BoutClass one_lower(BoutClass bout_class) {
  const auto n = static_cast<std::uint8_t>(bout_class);
  return n == 0 ? bout_class : static_cast<BoutClass>(n - 1);
}

}  // namespace

std::string_view text(BoutClass bout_class) {
  switch (bout_class) {
    case BoutClass::light: return "light";
    case BoutClass::usual: return "usual";
    case BoutClass::hard_usual: return "hard usual";
    case BoutClass::pushed: return "pushed";
    case BoutClass::novel: return "novel";
    case BoutClass::novel_heavy: return "novel and heavy";
  }
  return "";
}

char letter(BoutClass bout_class) { return static_cast<char>('A' + static_cast<char>(bout_class)); }

const std::array<RecoveryRow, 6>& recovery_table() {
  static const std::array<RecoveryRow, 6> table = make_table();
  return table;
}

const RecoveryRow& recovery_row(BoutClass bout_class) {
  return recovery_table()[static_cast<std::size_t>(bout_class)];
}

std::optional<int> ungated_gap_hours(BoutClass bout_class, Level level, EnvelopeMode mode) {
  const RecoveryRow& row = recovery_row(bout_class);
  const bool novice = level == Level::novice;
  if (mode == EnvelopeMode::worst)
    return novice ? row.ungated_worst_novice : row.ungated_worst_trained;
  return novice ? row.ungated_typical_novice : row.ungated_typical_trained;
}

Decimal effort_factor(Decimal rir) {
  static constexpr std::array<std::int64_t, 6> kHundredths{125, 100, 90, 80, 65, 45};
  constexpr std::int64_t kOne = Decimal::kScale / 100;
  if (rir.nano() <= 0) return Decimal::nano(kHundredths.front() * kOne);
  if (rir >= Decimal::whole(5)) return Decimal::nano(kHundredths.back() * kOne);
  const auto below = static_cast<std::size_t>(rir.floor());
  const std::int64_t part = rir.nano() % Decimal::kScale;
  const std::int64_t fall = kHundredths[below] - kHundredths[below + 1];
  return Decimal::nano(kHundredths[below] * kOne - fall * part / 100);
}

Decimal eccentric_factor(int lowering_seconds, bool eccentric_overload) {
  if (eccentric_overload) return tenths(18);
  return lowering_seconds >= kEccentricSeconds ? tenths(13) : Decimal::whole(1);
}

Decimal length_factor(bool long_length) {
  return long_length ? hundredths(115) : Decimal::whole(1);
}

Decimal protection_new() { return {}; }
Decimal protection_familiar() { return tenths(8); }

// One real bout gives half of full protection; each further one adds half of what is missing.
Decimal protection_after_bout(Decimal protection) {
  const Decimal half = tenths(5);
  if (protection < half) return half;
  return std::min(protection + (Decimal::whole(1) - protection) * half, hundredths(95));
}

Decimal protection_after_starter(Decimal protection) {
  return std::max(protection, hundredths(35));
}

Decimal protection_after_weeks(Decimal protection, int weeks) {
  // 2^(-n/12) in billionths: the same on every machine, which std::pow needn't be.
  static constexpr std::array<std::int64_t, 12> kLeft{
      1'000'000'000, 943'874'313, 890'898'718, 840'896'415, 793'700'526, 749'153'538,
      707'106'781,   667'419'927, 629'960'525, 594'603'558, 561'231'024, 529'731'547};
  if (weeks <= 0) return protection;
  const int halvings = std::min(weeks / 12, 62);
  const Decimal left = protection * Decimal::nano(kLeft[static_cast<std::size_t>(weeks % 12)]);
  return Decimal::nano(left.nano() >> halvings);
}

bool is_starter_dose(Decimal dose, Decimal least_rir) {
  return dose <= Decimal::whole(2) && least_rir >= Decimal::whole(4);
}

BoutClass classify(const Bout& bout) {
  const BoutClass full = full_class(bout);
  return is_starter_dose(bout.dose, bout.least_rir) ? one_lower(full) : full;
}

}  // namespace meso
