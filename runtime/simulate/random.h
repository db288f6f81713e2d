// Random numbers that are the same on every machine and for any number of threads: each is a
// function of the seed, the athlete, what it is drawn for and a counter. The standard library's
// distributions differ between libraries, so none of them is used.
#pragma once

#include <cstdint>

namespace meso::simulate {

// What a number is drawn for: one stream can't shift another.
enum class Stream : std::uint32_t { athlete, body, day, question, strength, set };

class Random {
 public:
  Random(std::uint64_t seed, std::uint64_t athlete, Stream stream, std::uint64_t part = 0)
      : state_(mixed(mixed(mixed(seed) + athlete * kStep + static_cast<std::uint64_t>(stream)) +
                     part * kStep)) {}

  std::uint64_t bits() { return mixed(state_ += kStep); }
  // From 0 up to but without 1.
  double uniform() { return static_cast<double>(bits() >> 11) * 0x1p-53; }
  bool happens(double probability) { return uniform() < probability; }
  // From 0 to `many` - 1.
  int below(int many) {
    return static_cast<int>((bits() >> 32) * static_cast<std::uint64_t>(many) >> 32);
  }
  double normal();                  // mean 0, deviation 1
  double log_normal(double sigma);  // e to the power of sigma x normal

 private:
  static constexpr std::uint64_t kStep = 0x9e3779b97f4a7c15;
  // The finalizer of SplitMix64 (Steele, Lea and Flood 2014).
  static constexpr std::uint64_t mixed(std::uint64_t z) {
    z = (z ^ z >> 30) * 0xbf58476d1ce4e5b9;
    z = (z ^ z >> 27) * 0x94d049bb133111eb;
    return z ^ z >> 31;
  }
  std::uint64_t state_;
};

// The quantile table behind normal(): of the upper half of the distribution, in millionths.
inline constexpr int kQuantiles = 512;
std::int32_t normal_quantile(int n);  // of probability 1/2 + n / (2 x kQuantiles); the last: tail
// The probability that the table's last entry stands for.
inline constexpr double kLastQuantile = 1 - 1.0 / 16384;

}  // namespace meso::simulate
