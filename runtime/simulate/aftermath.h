// What one bout leaves behind in one muscle group: soreness that comes and goes, strength that
// comes back. Hours are counted from the bout.
//
// One form for two drivers: `drawn` is the curve of one simulated athlete, `enveloped` the step
// function of the recovery table, which the verifier's ghost follows.
#pragma once

#include <algorithm>

#include "runtime/recovery.h"
#include "runtime/simulate/exact.h"
#include "runtime/simulate/random.h"

namespace meso::simulate {

// Soreness from here up is what a gate asks about; below the second it is as good as gone.
inline constexpr double kSore = 3, kGone = 1;
// Strength is back when less than this part is missing.
inline constexpr double kWeak = 0.05;

// What is left of the peak, of 1, when so much of the fall from it is left.
double fall(double left);

struct Aftermath {
  bool is_steps = false;
  // Soreness: nothing up to the onset, up to `peak` at `peak_at`, none at `end`. Of steps: `peak`
  // from the onset, at most 2 from `peak_at`, none from `end`.
  double peak = 0, onset = 0, peak_at = 0, end = 0;
  // Strength missing: `deficit` x 2^(-hours / half_life). Of steps: `deficit` for `half_life`
  // hours.
  double deficit = 0, half_life = 1;

  double soreness(double hours) const {  // 0-10
    if (hours <= onset || hours >= end) return 0;
    if (is_steps) return hours < peak_at ? peak : std::min(peak, 2.0);
    if (hours <= peak_at) return peak * (hours - onset) / (peak_at - onset);
    return peak * fall((end - hours) / (end - peak_at));
  }
  // Told without an exponential; false where that can't tell.
  bool is_strong_by(double hours, double limit) const;
  double weakness(double hours) const {  // 0-1
    if (is_steps) return hours < half_life ? deficit : 0;
    return deficit * exact_exp(-hours / half_life * kLn2);
  }
  // The hours by which it stays below this soreness, or below this part of strength missing.
  double below(double limit) const;
  double strong_again(double limit = kWeak) const;
  // The hours after which no soreness is left, and less than this part of strength is missing.
  double over(double limit) const;
  bool is_weak(double hours, double limit) const;  // at least this part is missing
};

// How one athlete recovers (recovery-model 3.5).
struct Recoverer {
  Level level = Level::intermediate;
  double sensitivity = 1;  // LogNormal(0, 0.45): how sore
  double slowness = 1;     // LogNormal(0, 0.18): how long
};
Recoverer draw_recoverer(Level level, Random& random);

// What the curve of a bout depends on.
struct Exertion {
  double dose = 0;
  double ratio = 1;  // to the accustomed dose
  double protection = 0;
};
Aftermath drawn(const Exertion& exertion, const Recoverer& athlete, Random& random);

enum class Edge : std::uint8_t { best, typical, worst };
Aftermath enveloped(const RecoveryRow& row, Level level, Edge edge);

}  // namespace meso::simulate
