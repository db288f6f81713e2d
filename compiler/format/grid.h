// Where the columns of one table stand, from the widths of its cells. A cell pushes only the cell
// behind it in its own row, so a row may leave a column out.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

#include "compiler/format/columns.h"

namespace meso {

inline constexpr std::size_t kColumnGap = 3;  // blanks between two columns

class Grid {
 public:
  // A row has a cell of this width in `column`, and its next cell in `next`.
  void add(std::uint8_t column, std::uint8_t next, std::size_t width);
  // Works out the columns, once all rows are added.
  void settle();
  std::size_t start(std::uint8_t column) const { return starts_[column]; }

 private:
  // [column][next]: the widest cell, 0 where no row has that pair.
  std::array<std::array<std::uint16_t, kMostColumns>, kMostColumns> widest_{};
  std::array<std::uint16_t, kMostColumns> starts_{};
};

}  // namespace meso
