// How often the program asked for memory, which is what a benchmark's time usually comes down to,
// and how much of it.
#pragma once

#include <cstdint>

namespace meso::bench {

std::uint64_t allocations();  // since the start
// The most bytes that were held at a time since watch_peak(), beyond those held then.
void watch_peak();
std::uint64_t peak_bytes();

}  // namespace meso::bench
