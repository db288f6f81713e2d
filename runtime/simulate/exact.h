// The few functions of analysis that the simulator needs, from additions, multiplications and
// divisions alone: libraries of mathematics differ in the last digit, and a run must not.
#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>

namespace meso::simulate {

inline constexpr double kLn2 = 0.693147180559945309;

// e^x by its series, for small x; the loop is as long as what it is good for.
constexpr double exp_series(double x, int terms) {
  double sum = 0;
  for (int n = terms; n > 0; --n) sum = (sum + 1) * x / n;
  return sum + 1;
}

// 2^(n/64), and 1 / (2 n + 1).
inline constexpr int kExpSteps = 64;
inline constexpr auto kExpTable = [] {
  std::array<double, kExpSteps> table{};
  for (int n = 0; n < kExpSteps; ++n)
    table[static_cast<std::size_t>(n)] = exp_series(n * kLn2 / kExpSteps, 18);
  return table;
}();
inline constexpr auto kLogTerms = [] {
  std::array<double, 10> terms{};
  for (std::size_t n = 0; n < terms.size(); ++n) terms[n] = 1 / static_cast<double>(2 * n + 1);
  return terms;
}();

// 2 to the power of a whole number in the range of normal doubles.
constexpr double power_of_two(int n) {
  return std::bit_cast<double>(static_cast<std::uint64_t>(n + 1023) << 52);
}

// e^x for x below a 128th, either way.
constexpr double exp_near_zero(double x) {
  return 1 + x * (1 + x * (1.0 / 2 + x * (1.0 / 6 + x * (1.0 / 24 + x / 120))));
}

// A half with the sign of x: added, it rounds to the nearest whole number without a branch. The
// signs of drawn numbers can't be predicted.
constexpr double signed_half(double x) {
  constexpr std::uint64_t kSign = std::uint64_t{1} << 63;
  return std::bit_cast<double>(std::bit_cast<std::uint64_t>(0.5) |
                               (std::bit_cast<std::uint64_t>(x) & kSign));
}

// e^x for -700 < x < 700: the nearest 64th power of two, and a series for what is left.
constexpr double exact_exp(double x) {
  if (x < -700) return 0;
  const double steps = x * (kExpSteps / kLn2);
  const int n = static_cast<int>(steps + signed_half(steps));
  const double rest = x - n * (kLn2 / kExpSteps);  // at most 0.0055 either way
  return kExpTable[static_cast<std::size_t>(n & (kExpSteps - 1))] * exp_near_zero(rest) *
         power_of_two(n >> 6);
}

// The same of four numbers from -700 up, side by side: each comes to what it comes to alone.
inline std::array<double, 4> exact_exp(const std::array<double, 4>& x) {
  std::array<double, 4> steps, rest, power;
  std::array<int, 4> n;
  for (std::size_t i = 0; i < 4; ++i) steps[i] = x[i] * (kExpSteps / kLn2);
  for (std::size_t i = 0; i < 4; ++i) n[i] = static_cast<int>(steps[i] + signed_half(steps[i]));
  for (std::size_t i = 0; i < 4; ++i) rest[i] = x[i] - n[i] * (kLn2 / kExpSteps);
  for (std::size_t i = 0; i < 4; ++i) power[i] = exp_near_zero(rest[i]);
  for (std::size_t i = 0; i < 4; ++i)
    power[i] = kExpTable[static_cast<std::size_t>(n[i] & (kExpSteps - 1))] * power[i] *
               power_of_two(n[i] >> 6);
  return power;
}

// The natural logarithm of a positive normal number, by the series of the area tangent.
constexpr double exact_log(double x) {
  const auto bits = std::bit_cast<std::uint64_t>(x);
  int n = static_cast<int>(bits >> 52) - 1023;
  double mantissa =
      std::bit_cast<double>((bits & ((std::uint64_t{1} << 52) - 1)) | (std::uint64_t{1023} << 52));
  if (mantissa > 1.41421356) {
    mantissa /= 2;
    ++n;
  }
  const double t = (mantissa - 1) / (mantissa + 1), square = t * t;
  double sum = 0;
  for (std::size_t i = kLogTerms.size(); i-- > 0;) sum = sum * square + kLogTerms[i];
  return n * kLn2 + 2 * t * sum;
}

// No less than the logarithm, and no more than a tenth of 1 above it: its chords in each octave,
// lifted.
constexpr double log_at_most(double x) {
  const auto bits = std::bit_cast<std::uint64_t>(x);
  constexpr std::uint64_t kMantissa = (std::uint64_t{1} << 52) - 1;
  const double mantissa = std::bit_cast<double>((bits & kMantissa) | (std::uint64_t{1023} << 52));
  return kLn2 * (static_cast<int>(bits >> 52) - 1023 + (mantissa - 1) + 0.0862);
}

constexpr double exact_power(double base, double exponent) {
  return base <= 0 ? 0 : exact_exp(exponent * exact_log(base));
}

}  // namespace meso::simulate
