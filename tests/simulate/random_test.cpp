// The simulator's random numbers: the same on every machine.
#include <array>
#include <catch2/catch.hpp>
#include <cmath>
#include <set>

#include "runtime/simulate/exact.h"
#include "runtime/simulate/random.h"

namespace meso::simulate {
namespace {

// The quantile by bisection: where half of erfc(-x / sqrt 2) is the probability.
double quantile(double probability) {
  double low = -10, high = 10;
  for (int i = 0; i < 100; ++i) {
    const double middle = (low + high) / 2;
    (std::erfc(-middle / std::sqrt(2.0)) / 2 < probability ? low : high) = middle;
  }
  return low;
}

}  // namespace

TEST_CASE("random: the quantile table is what bisection gives") {
  for (int n = 0; n < kQuantiles; ++n) {
    CAPTURE(n);
    CHECK(normal_quantile(n) == std::lround(1e6 * quantile(0.5 + n / (2.0 * kQuantiles))));
  }
  CHECK(normal_quantile(kQuantiles) == std::lround(1e6 * quantile(kLastQuantile)));
}

TEST_CASE("random: the first numbers of a seed are these, on every machine") {
  Random random(1, 0, Stream::athlete);
  CHECK(random.bits() == 1885435462079866292);
  CHECK(random.below(1000) == 263);
}

TEST_CASE("random: seeds, athletes, streams and parts don't share numbers") {
  std::set<std::uint64_t> seen;
  for (std::uint64_t seed = 0; seed < 4; ++seed)
    for (std::uint64_t athlete = 0; athlete < 4; ++athlete)
      for (const Stream stream : {Stream::athlete, Stream::body, Stream::day})
        for (std::uint64_t part = 0; part < 4; ++part) {
          Random random(seed, athlete, stream, part);
          for (int i = 0; i < 50; ++i) seen.insert(random.bits());
        }
  CHECK(seen.size() == 4 * 4 * 3 * 4 * 50);
}

TEST_CASE("random: a normal number has mean 0, deviation 1 and its quantiles") {
  Random random(7, 1, Stream::body);
  constexpr int kDraws = 200'000;
  double sum = 0, squares = 0;
  int beyond = 0;
  for (int i = 0; i < kDraws; ++i) {
    const double z = random.normal();
    sum += z;
    squares += z * z;
    beyond += z > 1.6448536 ? 1 : 0;
  }
  CHECK(std::abs(sum / kDraws) < 0.01);
  CHECK(squares / kDraws == Approx(1).margin(0.01));
  CHECK(beyond == Approx(0.05 * kDraws).margin(400));
}

TEST_CASE("random: exponentials and logarithms agree with the library's") {
  for (double x = -20; x < 20; x += 0.37) {
    CHECK(exact_exp(x) == Approx(std::exp(x)).epsilon(1e-13));
    CHECK(exact_log(std::exp(x)) == Approx(x).margin(1e-12));
  }
  for (double u = 0; u <= 1; u += 0.01)
    CHECK(exact_power(u, 1.3) == Approx(std::pow(u, 1.3)).margin(1e-13));
  CHECK(exact_exp(0) == 1);
  CHECK(exact_exp(-1000) == 0);
}

TEST_CASE("random: four exponentials side by side are what each is alone") {
  Random random(3, 1, Stream::body);
  for (int n = 0; n < 1000; ++n) {
    const std::array<double, 4> x{random.normal(), 100 * random.normal(), -700 * random.uniform(),
                                  0.001 * random.normal()};
    const auto power = exact_exp(x);
    for (std::size_t i = 0; i < x.size(); ++i) CHECK(power[i] == exact_exp(x[i]));
  }
}

TEST_CASE("random: the quick bound on a logarithm lies above it, by a tenth at most") {
  for (int n = 1; n < 5000; ++n) {
    const double x = n * 0.01, bound = log_at_most(x);
    CHECK(bound >= exact_log(x));
    CHECK(bound <= exact_log(x) + 0.1);
  }
}

}  // namespace meso::simulate
