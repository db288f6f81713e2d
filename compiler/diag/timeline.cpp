#include "compiler/diag/timeline.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "compiler/diag/shown_text.h"

namespace meso {
namespace {

constexpr std::size_t kGap = 2;
constexpr std::size_t kWidest = 64;  // a column that one long text doesn't push out of sight

using Column = std::string TimelineRow::*;
constexpr std::array<Column, 4> kColumns{&TimelineRow::when, &TimelineRow::who, &TimelineRow::what,
                                         &TimelineRow::place};

std::array<std::size_t, kColumns.size()> widths(const std::vector<TimelineRow>& rows) {
  std::array<std::size_t, kColumns.size()> out{};
  for (const TimelineRow& row : rows)
    for (std::size_t c = 0; c < kColumns.size(); ++c)
      if (const std::size_t width = shown_width(row.*kColumns[c]); width <= kWidest)
        out[c] = std::max(out[c], width);
  return out;
}

void append_column(std::string& out, const std::string& text, std::size_t width) {
  out += text;
  const std::size_t taken = shown_width(text);
  out.append((width > taken ? width - taken : 0) + kGap, ' ');
}

}  // namespace

std::vector<std::string> timeline(const std::vector<TimelineRow>& rows) {
  const auto width = widths(rows);
  std::vector<std::string> out;
  for (const TimelineRow& row : rows) {
    std::string line;
    for (std::size_t c = 0; c < kColumns.size(); ++c)
      append_column(line, row.*kColumns[c], width[c]);
    if (!row.mark.empty()) line += "<- " + row.mark;
    out.emplace_back(without_blanks_behind(line));
  }
  return out;
}

}  // namespace meso
