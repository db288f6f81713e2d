#include "compiler/diag/snippet.h"

#include <algorithm>

#include "compiler/diag/shown_text.h"

namespace meso {
namespace {

constexpr std::string_view kCutMark = "...";

// A mark in columns of the shown line.
struct Underline {
  std::size_t from = 0;
  std::size_t to = 0;
  bool primary = false;
  std::string_view text;
};

Underline underline_of(const Snippet& snippet, const Mark& mark) {
  const LineWindow& window = snippet.window;
  const std::size_t begin = std::clamp(mark.begin, window.begin, window.end);
  const std::size_t end = std::clamp(mark.end, begin, window.end);
  const std::size_t from = (window.cut_left ? kCutMark.size() : 0) +
                           shown_width(snippet.line.substr(window.begin, begin - window.begin));
  const std::size_t width = shown_width(snippet.line.substr(begin, end - begin));
  return {from, from + std::max<std::size_t>(width, 1), mark.primary, mark.text};
}

// From right to left, as their texts are written; of two with one begin the primary first.
std::vector<Underline> underlines_of(const Snippet& snippet) {
  std::vector<Underline> out;
  out.reserve(snippet.marks.size());
  for (const Mark& mark : snippet.marks) out.push_back(underline_of(snippet, mark));
  std::stable_sort(out.begin(), out.end(), [](const Underline& a, const Underline& b) {
    return a.from != b.from ? a.from > b.from : a.primary > b.primary;
  });
  return out;
}

std::string_view colour_of(const Underline& line, const Palette& palette) {
  return line.primary ? palette.severity : palette.gutter;
}

void append_painted(std::string& out, std::string_view colour, std::string_view text,
                    const Palette& palette) {
  out += colour;
  out += text;
  out += palette.reset;
}

void append_source_line(std::string& out, const Snippet& snippet, std::size_t gutter,
                        const Palette& palette) {
  const std::string number = std::to_string(snippet.line_number);
  out += palette.gutter;
  out.append(gutter > number.size() ? gutter - number.size() : 0, ' ');
  out += number;
  out += " |";
  out += palette.reset;
  const LineWindow& window = snippet.window;
  if (window.end > window.begin || window.cut_left || window.cut_right) out += ' ';
  if (window.cut_left) out += kCutMark;
  append_shown(out, snippet.line.substr(window.begin, window.end - window.begin));
  if (window.cut_right) out += kCutMark;
  out += '\n';
}

// All underlines in one row of `-` and `^`; the primary one covers the others.
std::string underline_row(const std::vector<Underline>& lines) {
  std::size_t width = 0;
  for (const Underline& line : lines) width = std::max(width, line.to);
  std::string row(width, ' ');
  for (const bool primary : {false, true})
    for (const Underline& line : lines)
      if (line.primary == primary)
        std::fill_n(row.begin() + static_cast<std::ptrdiff_t>(line.from), line.to - line.from,
                    primary ? '^' : '-');
  return row;
}

void append_row_painted(std::string& out, std::string_view row, const Palette& palette) {
  for (std::size_t at = 0; at < row.size();) {
    const std::size_t end = std::min(row.find_first_not_of(row[at], at), row.size());
    const std::string_view run = row.substr(at, end - at);
    if (run[0] == ' ')
      out += run;
    else
      append_painted(out, run[0] == '^' ? palette.severity : palette.gutter, run, palette);
    at = end;
  }
}

// The rightmost text may stand beside its underline unless another one overlaps it in part: it
// would read as that one's text.
bool first_text_is_inline(const std::vector<Underline>& lines) {
  const Underline& first = lines.front();
  return std::all_of(lines.begin(), lines.end(), [&first](const Underline& line) {
    return line.to <= first.from || (line.from == first.from && line.to == first.to);
  });
}

// A row with `|` under the begin of each of `lines` left of `before`.
void append_connectors(std::string& out, const std::vector<Underline>& lines, std::size_t before,
                       const Palette& palette, std::size_t& column) {
  for (auto line = lines.rbegin(); line != lines.rend(); ++line) {
    if (line->from >= before || line->from < column) continue;
    out.append(line->from - column, ' ');
    append_painted(out, colour_of(*line, palette), "|", palette);
    column = line->from + 1;
  }
}

// The texts that couldn't stand beside their underlines, each on a row of its own below.
void append_hanging_texts(std::string& out, std::vector<Underline> lines, std::size_t gutter,
                          const Palette& palette) {
  append_bar(out, gutter, palette);
  out += ' ';
  std::size_t column = 0;
  append_connectors(out, lines, std::string::npos, palette, column);
  out += '\n';
  while (!lines.empty()) {
    const Underline line = lines.front();
    lines.erase(lines.begin());
    append_bar(out, gutter, palette);
    out += ' ';
    column = 0;
    append_connectors(out, lines, line.from, palette, column);
    out.append(line.from - column, ' ');
    out += colour_of(line, palette);
    append_shown(out, line.text);
    out += palette.reset;
    out += '\n';
  }
}

}  // namespace

void append_bar(std::string& out, std::size_t gutter, const Palette& palette) {
  out += palette.gutter;
  out.append(gutter + 1, ' ');
  out += '|';
  out += palette.reset;
}

void append_snippet(std::string& out, const Snippet& snippet, std::size_t gutter,
                    const Palette& palette) {
  append_source_line(out, snippet, gutter, palette);
  std::vector<Underline> lines = underlines_of(snippet);
  if (lines.empty()) return;
  append_bar(out, gutter, palette);
  out += ' ';
  append_row_painted(out, underline_row(lines), palette);
  if (first_text_is_inline(lines)) {
    if (!lines.front().text.empty()) {
      out += ' ';
      out += colour_of(lines.front(), palette);
      append_shown(out, lines.front().text);
      out += palette.reset;
    }
    lines.erase(lines.begin());
  }
  out += '\n';
  lines.erase(std::remove_if(lines.begin(), lines.end(),
                             [](const Underline& line) { return line.text.empty(); }),
              lines.end());
  if (!lines.empty()) append_hanging_texts(out, std::move(lines), gutter, palette);
}

}  // namespace meso
