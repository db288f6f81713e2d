// What the documentation's tests read of a Markdown file: its fenced blocks and its tables.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace meso::test {

// "```meso session" to "```".
struct FencedBlock {
  std::string file;               // below the repository's root
  std::size_t line = 0;           // of the opening fence, from 1
  std::vector<std::string> info;  // its words: "meso", "session"
  std::string text;

  bool is(std::string_view word) const;  // one of the words
  std::string place() const { return file + ":" + std::to_string(line); }
};
std::vector<FencedBlock> fenced_blocks(const std::string& file);

// The cells of the rows of the table that follows the line `<!-- table: NAME -->`, its head left
// out. Backticks round a cell are taken off; `\|` is `|`.
using TableRow = std::vector<std::string>;
std::vector<TableRow> table(const std::string& file, std::string_view name);

// The part of a page under the heading that the anchor names ("the-table"), with the heading and
// what stands under smaller ones; nothing where there is no such heading.
std::optional<std::string> section(const std::string& file, std::string_view anchor);

// README.md and every .md file of docs/ and grammar/, below the root. docs/guidelines/ is left out:
// its pages are made from the guidelines, whose examples have tests of their own.
std::vector<std::string> documentation();

}  // namespace meso::test
