#include "base/decimal.h"

#include <algorithm>

namespace meso {
namespace {

__extension__ using Wide = __int128;

std::int64_t narrow(Wide value) {
  constexpr Wide kMost = INT64_MAX;
  return static_cast<std::int64_t>(std::clamp(value, -kMost, kMost));
}

}  // namespace

Decimal Decimal::ratio(std::int64_t numerator, std::int64_t denominator) {
  return denominator == 0 ? Decimal() : nano(narrow(Wide{numerator} * kScale / denominator));
}

std::optional<Decimal> Decimal::parse(std::string_view text) {
  std::int64_t whole = 0, fraction = 0, unit = kScale;
  std::size_t i = 0;
  for (; i < text.size() && text[i] >= '0' && text[i] <= '9'; ++i) {
    if (i >= 9) return std::nullopt;
    whole = whole * 10 + (text[i] - '0');
  }
  if (i == 0) return std::nullopt;
  if (i < text.size()) {
    if (text[i++] != '.' || i == text.size()) return std::nullopt;
    for (; i < text.size(); ++i) {
      if (text[i] < '0' || text[i] > '9' || unit == 1) return std::nullopt;
      unit /= 10;
      fraction += (text[i] - '0') * unit;
    }
  }
  return nano(whole * kScale + fraction);
}

std::string Decimal::text() const {
  const bool negative = nano_ < 0;
  const auto bits = static_cast<std::uint64_t>(nano_);
  const std::uint64_t n = negative ? 0 - bits : bits;
  std::string digits = std::to_string(n % kScale);
  digits.insert(0, 9 - digits.size(), '0');
  while (!digits.empty() && digits.back() == '0') digits.pop_back();
  std::string out = (negative ? "-" : "") + std::to_string(n / kScale);
  return digits.empty() ? out : out + "." + digits;
}

// In whole numbers and parts of one, 64 bits are enough for all but huge products, and much faster
// than a division of 128: loads are made of little else.
Decimal Decimal::product(Decimal a, Decimal b) {
  const std::int64_t parts = (a.nano_ % kScale) * (b.nano_ % kScale) / kScale;
  std::int64_t wholes = 0, crossed = 0, sum = 0;
  const bool is_huge = __builtin_mul_overflow(a.nano_, b.nano_ / kScale, &wholes) ||
                       __builtin_mul_overflow(a.nano_ / kScale, b.nano_ % kScale, &crossed) ||
                       __builtin_add_overflow(wholes, crossed, &sum) ||
                       __builtin_add_overflow(sum, parts, &sum) || sum == INT64_MIN;
  if (is_huge) return Decimal::nano(narrow(Wide{a.nano_} * b.nano_ / kScale));
  return Decimal::nano(sum);
}

Decimal Decimal::quotient(Decimal a, Decimal b) {
  return nano(narrow(Wide{a.nano_} * kScale / b.nano_));
}

Decimal round_to(Decimal value, Decimal step, Rounding mode) {
  if (step.nano() <= 0) return value;
  const std::int64_t over_zero = value.nano() % step.nano();
  const std::int64_t rest = over_zero < 0 ? over_zero + step.nano() : over_zero;  // above the step
  const bool goes_up = rest != 0 && (mode == Rounding::up ||
                                     (mode == Rounding::nearest && rest > step.nano() - rest));
  const Decimal below = value - Decimal::nano(rest);
  return goes_up ? below + step : below;
}

}  // namespace meso
