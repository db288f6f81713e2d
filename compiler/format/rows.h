// The lines of a file in their canonical form, and the columns that they share.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/text.h"
#include "compiler/format/canonical_line.h"
#include "compiler/format/grid.h"
#include "compiler/source/source.h"
#include "compiler/syntax/tree.h"

namespace meso {

// By the statement's index in the tree. add() them in order, then settle(), then ask.
class Rows {
 public:
  Rows(const SourceFile& file, const Tree& tree)
      : text_(file.text()), tree_(tree), rows_(tree.statements.size()) {}

  // False for a line that can't be read, or would be read as something else in its canonical form.
  [[nodiscard]] bool add(std::uint32_t index);
  void settle();

  std::string_view comment(std::uint32_t index) const { return rows_[index].comment; }
  // Without columns: one blank between the cells.
  std::string_view plain_text(std::uint32_t index) const {
    const Row& row = rows_[index];
    return std::string_view(plain_).substr(row.text, row.text_size);
  }
  // Calls `put(text, blanks before it)` for each cell of the row; gives the row's width.
  template <class Put>
  std::size_t lay_out(std::uint32_t index, Put put) const;

 private:
  struct Row {
    std::uint32_t text = 0, text_size = 0;   // in plain_
    std::uint32_t cell = 0, cell_count = 0;  // in cells_
    std::uint32_t grid = kNoGrid;            // in grids_
    std::string_view comment;
  };
  static constexpr std::uint32_t kNoGrid = 0xFFFFFFFF;

  void measure(const Row& row, Table table);
  std::uint32_t grid_of(std::uint32_t index);
  std::string_view text_of(const Row& row, const Cell& cell) const {
    return std::string_view(plain_).substr(row.text + cell.begin, cell.end - cell.begin);
  }

  std::string_view text_;
  const Tree& tree_;
  CanonicalLine line_;
  std::vector<Row> rows_;
  std::string plain_;  // of all rows, one behind the other
  std::vector<Cell> cells_;
  std::vector<Grid> grids_;
  std::unordered_map<std::uint64_t, std::uint32_t> grid_below_;  // (parent, table) -> grid
};

template <class Put>
std::size_t Rows::lay_out(std::uint32_t index, Put put) const {
  const Row& row = rows_[index];
  std::size_t at = 0;
  for (std::uint32_t i = 0; i < row.cell_count; ++i) {
    const Cell& cell = cells_[row.cell + i];
    // Behind a cell that was too wide to count, the next one makes room for it.
    const std::size_t start =
        i == 0 ? 0 : std::max(at + kColumnGap, grids_[row.grid].start(cell.column));
    put(text_of(row, cell), start - at);
    at = start + display_width(text_of(row, cell));
  }
  return at;
}

}  // namespace meso
