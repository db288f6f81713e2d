#include "compiler/format/rows.h"

namespace meso {

bool Rows::add(std::uint32_t index) {
  const Statement& s = tree_.statements[index];
  if (!s.ok || !line_.write(s.kind, {tree_.tokens_of(s), text_, s.begin, s.end})) return false;
  Row& row = rows_[index];
  row.comment = line_.comment();
  row.text = static_cast<std::uint32_t>(plain_.size());
  row.text_size = static_cast<std::uint32_t>(line_.text().size());
  row.cell = static_cast<std::uint32_t>(cells_.size());
  row.cell_count = static_cast<std::uint32_t>(line_.cells().size());
  plain_ += line_.text();
  cells_.insert(cells_.end(), line_.cells().begin(), line_.cells().end());
  row.grid = grid_of(index);
  if (row.grid != kNoGrid) measure(row, table_of(s.kind));
  return true;
}

void Rows::settle() {
  for (Grid& grid : grids_) grid.settle();
}

void Rows::measure(const Row& row, Table table) {
  for (std::uint32_t i = row.cell; i + 1 < row.cell + row.cell_count; ++i) {
    const std::size_t width = display_width(text_of(row, cells_[i]));
    if (width > widest_cell(table, cells_[i].column)) return;  // the rest stands out of line
    grids_[row.grid].add(cells_[i].column, cells_[i + 1].column, width);
  }
}

// Rows of one table below one line share their columns; at the top, rows that follow each other.
std::uint32_t Rows::grid_of(std::uint32_t index) {
  const Statement& s = tree_.statements[index];
  const Table table = table_of(s.kind);
  if (table == Table::none) return kNoGrid;
  const auto fresh = static_cast<std::uint32_t>(grids_.size());
  std::uint32_t grid = fresh;
  if (s.parent != index) {
    const std::uint64_t key = std::uint64_t{s.parent} << 8 | static_cast<std::uint64_t>(table);
    grid = grid_below_.try_emplace(key, fresh).first->second;
  } else if (index > 0 && rows_[index - 1].grid != kNoGrid) {
    const Statement& above = tree_.statements[index - 1];
    if (above.kind == s.kind && above.parent == index - 1) grid = rows_[index - 1].grid;
  }
  if (grid == fresh) grids_.emplace_back();
  return grid;
}

}  // namespace meso
