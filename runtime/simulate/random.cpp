#include "runtime/simulate/random.h"

#include <array>
#include <bit>
#include <cstddef>

#include "runtime/simulate/exact.h"

namespace meso::simulate {
namespace {

// Made by bisection on erfc, rounded to whole millionths; tests/simulate/random_test.cpp makes it
// again and compares.
constexpr std::array<std::int32_t, kQuantiles + 1> kTable{
#include "runtime/simulate/normal_quantiles.inc"
};

}  // namespace

std::int32_t normal_quantile(int n) { return kTable[static_cast<std::size_t>(n)]; }

// One bit is the sign, nine choose the cell, the rest the place in it: straight lines between the
// quantiles, the last of them to where the table ends.
double Random::normal() {
  const std::uint64_t draw = bits();
  const auto cell = static_cast<std::size_t>(draw >> 54 & (kQuantiles - 1));
  const double along = static_cast<double>(draw & ((std::uint64_t{1} << 54) - 1)) * 0x1p-54;
  const double low = kTable[cell], high = kTable[cell + 1];
  const double size = (low + (high - low) * along) * 1e-6;
  const std::uint64_t sign = draw >> 63 << 63;
  return std::bit_cast<double>(std::bit_cast<std::uint64_t>(size) ^ sign);
}

double Random::log_normal(double sigma) { return exact_exp(sigma * normal()); }

}  // namespace meso::simulate
