// Which lines are rows of a table, and where their columns begin. Lines of any other kind have one
// column: a new kind of line is formatted without a change here.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

#include "compiler/format/pieces.h"
#include "compiler/syntax/tree.h"

namespace meso {

enum class Table : std::uint8_t {
  none,
  exercises,  // name | sets and loads | effort | rest | modifiers
  exchanges,  // replace ... with name | sets and loads | effort | rest | modifiers
  sets,       // week, stage, scheme | sets and loads
  changes,    // week, repeat | changes
  verdicts,   // verdict | condition, or verdict | changes | condition
  clauses,    // condition | actions
};
inline constexpr std::uint8_t kMostColumns = 12;

Table table_of(LineKind kind);

// The widest that a cell may be and still push its column to the right: one long name shall not
// tear a session apart.
std::size_t widest_cell(Table table, std::uint8_t column);

// Says of each piece of a row, in order, in which column it begins.
class ColumnReader {
 public:
  ColumnReader(Table table, std::span<const Piece> pieces);
  // The column that the next piece opens; the column of its neighbour on the left when it opens
  // none.
  std::uint8_t next();

 private:
  std::uint8_t next_of_exercise(TokenKind token);

  Table table_;
  std::span<const Piece> pieces_;
  std::size_t at_ = 0;
  std::uint8_t column_ = 0;
  bool in_cluster_ = false;   // the rest of `cluster 3x2 rest 15 s` is its own
  bool many_groups_ = false;  // effort stays with the group of sets that it belongs to
};

}  // namespace meso
