// `window_round` of compiler/diag/snippet.h.
#include <algorithm>

#include "base/text.h"
#include "compiler/diag/shown_text.h"
#include "compiler/diag/snippet.h"

namespace meso {
namespace {

constexpr std::size_t kMostColumns = 120;
constexpr std::size_t kCut = 3;           // columns of `...`
constexpr std::size_t kMostForward = 76;  // columns from the span's begin on, the rest is before
constexpr std::size_t kMostBytes = 1024;  // a window of zero-width characters ends as well

std::size_t previous(std::string_view line, std::size_t at) {
  for (std::size_t length = std::min<std::size_t>(at, 4); length > 1; --length)
    if (code_point_length(line, at - length) == length) return at - length;
  return at - 1;
}

std::size_t forward(std::string_view line, std::size_t from, std::size_t columns) {
  const std::size_t last = std::min(line.size(), from + kMostBytes);
  std::size_t used = 0, at = from;
  while (at < last) {
    const std::size_t length = code_point_length(line, at);
    used += shown_width(line.substr(at, length));
    if (used > columns) break;
    at += length;
  }
  return at;
}

std::size_t backward(std::string_view line, std::size_t from, std::size_t columns) {
  const std::size_t first = from > kMostBytes ? from - kMostBytes : 0;
  std::size_t used = 0, at = from;
  while (at > first) {
    const std::size_t before = previous(line, at);
    used += shown_width(line.substr(before, at - before));
    if (used > columns) break;
    at = before;
  }
  return at;
}

}  // namespace

LineWindow window_round(std::string_view line, std::size_t begin, std::size_t end) {
  if (line.size() <= kMostBytes && shown_width(line) <= kMostColumns) return {0, line.size()};
  const std::size_t head = forward(line, 0, kMostColumns - kCut);
  if (begin < head && end <= head) return {0, head, false, head < line.size()};
  const std::size_t right = forward(line, begin, kMostForward);
  const bool cut_right = right < line.size();
  const std::size_t used = std::max<std::size_t>(shown_width(line.substr(begin, right - begin)), 1);
  const std::size_t before = kMostColumns - kCut - (cut_right ? kCut : 0) - used;
  const std::size_t left = backward(line, begin, before);
  return {left, right, left > 0, cut_right};
}

}  // namespace meso
