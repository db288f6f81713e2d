// Which item of one list is which of another: kept, moved, exchanged for something like it, removed
// or added.
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace meso {

struct Aligned {
  std::optional<std::size_t> before, after;  // at least one of them
  bool moved = false;                        // equal keys, in another order
};

// How much two items have in common, in percent; 0: nothing.
using Likeness = std::function<int(std::size_t before, std::size_t after)>;

// Items of equal keys belong together; what is left over is paired with what is most like it. In
// the order of `after`, with removed items where they stood.
std::vector<Aligned> align(const std::vector<std::string>& before,
                           const std::vector<std::string>& after, const Likeness& likeness);

// What two sentences share of their words, in percent; below a half it is nothing.
int shared_words_percent(std::string_view a, std::string_view b);
// What two lists share of their entries, in percent of the longer.
int shared_entries_percent(const std::vector<std::string>& a, const std::vector<std::string>& b);

}  // namespace meso
