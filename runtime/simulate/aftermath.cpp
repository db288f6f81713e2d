#include "runtime/simulate/aftermath.h"

#include <algorithm>
#include <array>

#include "runtime/simulate/exact.h"

namespace meso::simulate {
namespace {

constexpr double kFading = 1.3;  // how the fall from the peak bends
constexpr int kCells = 256;

// u^1.3 for u from 0 to 1: the fall is asked for on each day of each sore group.
constexpr std::array<double, kCells + 2> make_fall() {
  std::array<double, kCells + 2> fall{};
  for (int i = 0; i < kCells + 2; ++i)
    fall[static_cast<std::size_t>(i)] = exact_power(static_cast<double>(i) / kCells, kFading);
  return fall;
}
constexpr std::array<double, kCells + 2> kFall = make_fall();

double part(const Bounds& bounds, Edge edge) {
  const Decimal value = edge == Edge::best      ? bounds.best
                        : edge == Edge::typical ? bounds.typical
                                                : bounds.worst;
  return value.to_double();
}

// By training status (3.5): how much strength goes, and how slowly it comes back.
double loss_factor(Level level) {
  return level == Level::novice ? 1.2 : level == Level::advanced ? 0.8 : 1.0;
}
double half_life(Level level, double peak, double protection) {
  if (level == Level::novice) return 1.2 * (12 + (3.2 + 3 * (1 - protection)) * peak);
  return level == Level::advanced ? 0.9 * (10 + 2.0 * peak) : 12 + 3.2 * peak;
}

}  // namespace

double fall(double left) {
  const double place = left * kCells;
  const auto cell = static_cast<std::size_t>(place);
  return kFall[cell] + (kFall[cell + 1] - kFall[cell]) * (place - static_cast<double>(cell));
}

double Aftermath::below(double limit) const {
  if (peak < limit) return 0;
  if (is_steps) return limit > 2 ? peak_at : end;
  return end - (end - peak_at) * exact_power(limit / peak, 1 / kFading);
}

// Strength is nearly always back before the soreness has gone.
double Aftermath::over(double limit) const {
  return is_strong_by(end, limit) ? end : std::max(end, strong_again(limit));
}

bool Aftermath::is_strong_by(double hours, double limit) const {
  return !is_steps && deficit >= limit && half_life * log_at_most(deficit / limit) <= hours * kLn2;
}

bool Aftermath::is_weak(double hours, double limit) const {
  return deficit >= limit && !is_strong_by(hours, limit) && weakness(hours) >= limit;
}

double Aftermath::strong_again(double limit) const {
  if (deficit < limit) return 0;
  return is_steps ? half_life : half_life * exact_log(deficit / limit) / kLn2;
}

Recoverer draw_recoverer(Level level, Random& random) {
  Recoverer athlete{level, 1, 1};
  athlete.sensitivity = random.log_normal(0.45);
  athlete.slowness = random.log_normal(0.18);
  return athlete;
}

Aftermath drawn(const Exertion& exertion, const Recoverer& athlete, Random& random) {
  const double p = exertion.protection, more = std::clamp(exertion.ratio - 1, 0.0, 2.0);
  const double k = 0.26 + 0.80 * (1 - p) + 0.55 * more * (0.5 + 0.5 * (1 - p));
  Aftermath after;
  const double spared = std::max(-k * exertion.dose * athlete.sensitivity / 9, -700.0);
  const double onset = 0.30 * random.normal(), peak_at = 0.20 * random.normal(),
               end = 0.18 * random.normal();
  const auto power = exact_exp(std::array{spared, onset, peak_at, end});
  after.peak = 10 * (1 - power[0]);
  after.onset = 18 * power[1];
  after.peak_at = after.onset + (16 + 2 * after.peak) * athlete.slowness * power[2];
  after.end = after.peak_at + (10 + 9.5 * after.peak) * athlete.slowness * power[3];
  after.deficit = std::min(0.65, (0.05 + 0.045 * after.peak) * loss_factor(athlete.level));
  after.half_life = half_life(athlete.level, after.peak, p) * athlete.slowness;
  return after;
}

Aftermath enveloped(const RecoveryRow& row, Level level, Edge edge) {
  const bool novice = level == Level::novice;
  Aftermath after;
  after.is_steps = true;
  after.peak = part(row.peak_soreness, edge);
  // The worst comes early and stays late.
  after.onset = part(row.onset, edge == Edge::worst ? Edge::best : edge);
  after.peak_at = std::max(part(row.below_three, edge), after.onset);
  after.end = std::max(part(row.gone, edge), after.peak_at);
  after.deficit = 2 * kWeak;
  after.half_life = part(novice ? row.force_novice : row.force_trained, edge);
  return after;
}

}  // namespace meso::simulate
