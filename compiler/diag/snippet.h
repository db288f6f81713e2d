// One source line with underlines, as it stands in a diagnostic.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace meso {

// Terminal codes, or empty texts where no colour is wanted.
struct Palette {
  std::string_view severity;
  std::string_view gutter;
  std::string_view bold;
  std::string_view reset;
};

// The bytes of a line that are shown; `...` stands where something was cut.
struct LineWindow {
  std::size_t begin = 0;
  std::size_t end = 0;
  bool cut_left = false;
  bool cut_right = false;
  bool holds(std::size_t from, std::size_t to) const { return begin <= from && to <= end; }
};

// The part of the line round [begin, end) that takes at most 120 columns. Looks at no more of the
// line than it shows, so that a line of megabytes costs nothing.
LineWindow window_round(std::string_view line, std::size_t begin, std::size_t end);

// An underline: `^` for the primary place, `-` for related ones. Offsets are bytes of the line.
struct Mark {
  std::size_t begin = 0;
  std::size_t end = 0;
  bool primary = false;
  std::string_view text;
};

struct Snippet {
  std::size_t line_number = 0;  // one-based
  std::string_view line;
  LineWindow window;
  std::vector<Mark> marks;
};

// Appends the line and what stands under it; line numbers take `gutter` columns.
void append_snippet(std::string& out, const Snippet& snippet, std::size_t gutter,
                    const Palette& palette);

// Appends the start of a line without a number: `   |`.
void append_bar(std::string& out, std::size_t gutter, const Palette& palette);

}  // namespace meso
