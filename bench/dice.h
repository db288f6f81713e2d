// Seeded choices that are the same on every machine.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <random>
#include <string_view>

namespace meso::bench {

// Not std::uniform_int_distribution: its numbers differ between standard libraries.
class Dice {
 public:
  explicit Dice(std::uint32_t seed) : engine_(seed) {}
  int between(int low, int high) {
    const auto sides = static_cast<std::uint32_t>(high - low + 1);
    return low + static_cast<int>(engine_() % sides);
  }
  std::size_t below(std::size_t count) {
    return static_cast<std::size_t>(between(0, static_cast<int>(count) - 1));
  }
  bool one_in(int n) { return between(1, n) == 1; }
  template <std::size_t N>
  std::string_view of(const std::array<std::string_view, N>& items) {
    return items[below(N)];
  }

 private:
  std::mt19937 engine_;
};

}  // namespace meso::bench
