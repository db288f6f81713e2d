// Plans so small that every path through them can be walked: two or three sessions of one or two
// lifts, one or two passes, gates and waits of many kinds.
#pragma once

#include <cstdint>
#include <string>

namespace meso::test {

enum class TinyKind : std::uint8_t {
  plain,
  fixed_days,  // of half of its sessions
  ruled,       // results may insert a block, repeat a week or end a block
};

// The same text for the same seed, everywhere; without errors of the language.
std::string tiny_plan(std::uint64_t seed, TinyKind kind = TinyKind::plain);

}  // namespace meso::test
