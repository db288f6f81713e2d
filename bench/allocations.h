// How often the program asked for memory: what a benchmark's time usually comes down to.
#pragma once

#include <cstdint>

namespace meso::bench {

std::uint64_t allocations();  // since the start

}  // namespace meso::bench
