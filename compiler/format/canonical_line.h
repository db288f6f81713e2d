// One line in its canonical form, before it is put into columns.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "compiler/format/columns.h"
#include "compiler/format/pieces.h"

namespace meso {

// A part of a line that stands in a column.
struct Cell {
  std::uint32_t begin = 0, end = 0;  // bytes of the line's text
  std::uint8_t column = 0;
};

// Holds its memory from line to line.
class CanonicalLine {
 public:
  // False when the line would be read as something else in its canonical form: it stays as it is.
  [[nodiscard]] bool write(LineKind kind, const ReadLine& line);

  std::string_view text() const { return text_; }        // cells with one blank between them
  std::string_view comment() const { return comment_; }  // empty: none
  const std::vector<Cell>& cells() const { return cells_; }

 private:
  void write_pieces(LineKind kind);
  bool reads_back(LineKind kind, const ReadLine& line);

  std::string text_;
  std::string_view comment_;
  std::vector<Cell> cells_;
  std::vector<Piece> pieces_;
};

}  // namespace meso
