#include "compiler/format/grid.h"

#include <algorithm>

namespace meso {

void Grid::add(std::uint8_t column, std::uint8_t next, std::size_t width) {
  std::uint16_t& widest = widest_[column][next];
  widest = std::max(widest, static_cast<std::uint16_t>(width));
}

void Grid::settle() {
  for (std::size_t next = 1; next < kMostColumns; ++next) {
    std::size_t start = starts_[next - 1];  // no column stands left of the one before it
    for (std::size_t column = 0; column < next; ++column)
      if (widest_[column][next] > 0)
        start = std::max(start, starts_[column] + widest_[column][next] + kColumnGap);
    starts_[next] = static_cast<std::uint16_t>(start);
  }
}

}  // namespace meso
