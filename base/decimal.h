// Exact decimal numbers: loads, percentages and steps as the author wrote them.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace meso {

// A fixed-point number with nine decimal places. Every number that a plan can write is held
// exactly, and so is every product in the load chain (load x week % x gate % x return %). Absurd
// numbers (above nine thousand million) stop at the largest value instead of overflowing.
class Decimal {
 public:
  static constexpr std::int64_t kScale = 1'000'000'000;

  constexpr Decimal() = default;
  static constexpr Decimal whole(std::int64_t n) {
    std::int64_t nano = 0;
    return Decimal(__builtin_mul_overflow(n, kScale, &nano) ? most(n < 0) : nano);
  }
  static constexpr Decimal nano(std::int64_t n) { return Decimal(n); }
  // `numerator / denominator`, cut after nine places.
  static Decimal ratio(std::int64_t numerator, std::int64_t denominator);
  // Digits with at most one point ("102.5"); nothing when there are more than nine digits before
  // the point, more than nine after it, or any other character.
  static std::optional<Decimal> parse(std::string_view text);

  constexpr std::int64_t nano() const { return nano_; }
  constexpr bool is_whole() const { return nano_ % kScale == 0; }
  constexpr std::int64_t floor() const { return nano_ / kScale - (nano_ % kScale < 0 ? 1 : 0); }
  constexpr double to_double() const {
    return static_cast<double>(nano_) / static_cast<double>(kScale);
  }
  // The shortest exact text: "102.5", "60", "-0.25".
  std::string text() const;

  friend constexpr auto operator<=>(Decimal, Decimal) = default;
  friend constexpr Decimal operator+(Decimal a, Decimal b) {
    std::int64_t sum = 0;
    return Decimal(__builtin_add_overflow(a.nano_, b.nano_, &sum) ? most(a.nano_ < 0) : sum);
  }
  friend constexpr Decimal operator-(Decimal a, Decimal b) { return a + -b; }
  friend constexpr Decimal operator-(Decimal a) { return Decimal(-a.nano_); }
  // Most factors are whole numbers (percentages, reps), and then nothing is cut.
  friend constexpr Decimal operator*(Decimal a, Decimal b) {
    const std::int64_t whole = b.nano_ / kScale;
    std::int64_t nano = 0;
    const bool is_exact = whole * kScale == b.nano_ &&
                          !__builtin_mul_overflow(a.nano_, whole, &nano) && nano != INT64_MIN;
    return is_exact ? Decimal(nano) : product(a, b);
  }
  // Division by zero gives zero: callers divide by steps and references checked before. Most divide
  // by a constant whole number, which the compiler turns into a multiplication.
  friend constexpr Decimal operator/(Decimal a, Decimal b) {
    const std::int64_t whole = b.nano_ / kScale;
    if (whole * kScale != b.nano_) return quotient(a, b);
    return whole == 0 ? Decimal() : Decimal(a.nano_ / whole);
  }
  constexpr Decimal& operator+=(Decimal other) { return *this = *this + other; }

 private:
  constexpr explicit Decimal(std::int64_t nano) : nano_(nano) {}
  static Decimal product(Decimal a, Decimal b);
  static Decimal quotient(Decimal a, Decimal b);  // by 128 bits
  static constexpr std::int64_t most(bool negative) { return negative ? -INT64_MAX : INT64_MAX; }
  std::int64_t nano_ = 0;
};

// `p` percent of `whole`: percent_of(90, 100 kg) = 90 kg.
inline Decimal percent_of(Decimal percent, Decimal whole) {
  return whole * percent / Decimal::whole(100);
}

enum class Rounding : std::uint8_t { nearest, up, down };

// The multiple of `step` that `mode` gives; a tie goes down. A step of zero leaves the value alone.
Decimal round_to(Decimal value, Decimal step, Rounding mode);

}  // namespace meso
