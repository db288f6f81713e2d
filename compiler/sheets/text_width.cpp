#include "compiler/sheets/text_width.h"

#include <array>
#include <cmath>
#include <cstdint>

#include "base/text.h"

namespace meso {
namespace {

constexpr double kMmPerPoint = 25.4 / 72.0;
constexpr double kBoldFactor = 1.07;  // bold is 5 to 7 % wider
constexpr int kOther = 610;           // a letter outside ASCII
constexpr int kDash = 556;            // a hyphen may be typeset as a dash
constexpr int kWide = 1000;           // an East Asian character or an emoji

// Thousandths of the type size, from the blank to the tilde.
constexpr std::array<std::uint16_t, 95> kWidths{
    278,  278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278,  //  !"#
    556,  556, 556, 556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556,  // 0-9
    1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778,  // @A-O
    667,  778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556,  // P-_
    333,  556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556,  // `a-o
    556,  556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,       // p-~
};

int thousandths(std::string_view character) {
  const auto c = static_cast<unsigned char>(character.front());
  if (c == '-') return kDash;
  if (c >= 32 && c < 127) return kWidths[c - 32U];
  return display_width(character) > 1 ? kWide : kOther;
}

}  // namespace

double width_mm(std::string_view text, Type type) {
  int sum = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t length = code_point_length(text, at);
    sum += thousandths(text.substr(at, length));
    at += length;
  }
  return sum / 1000.0 * type.points * kMmPerPoint * (type.bold ? kBoldFactor : 1.0);
}

int lines_in(std::string_view text, double width, Type type) {
  int lines = 0;
  double used = 0;
  const double blank = width_mm(" ", type);
  while (!text.empty()) {
    const std::size_t end = text.find(' ');
    const std::string_view word = text.substr(0, end);
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    const double wide = width_mm(word, type);
    if (lines == 0 || used + blank + wide > width) {
      ++lines;
      const double more = std::ceil(wide / width - 1);
      lines += static_cast<int>(more);
      used = wide - more * width;
    } else {
      used += blank + wide;
    }
  }
  return lines;
}

}  // namespace meso
