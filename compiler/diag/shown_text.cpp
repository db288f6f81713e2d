#include "compiler/diag/shown_text.h"

#include <cstdint>

#include "base/text.h"

namespace meso {
namespace {

constexpr std::string_view kTab = "    ";

constexpr bool is_plain(char c) { return c >= ' ' && c <= '~'; }

std::size_t plain_run_end(std::string_view text, std::size_t at) {
  while (at < text.size() && is_plain(text[at])) ++at;
  return at;
}

std::uint32_t value_of(std::string_view point) {
  const auto bits = [point](std::size_t i) { return static_cast<std::uint8_t>(point[i]) & 0x3Fu; };
  if (point.size() == 2) return (bits(0) & 0x1Fu) << 6 | bits(1);
  if (point.size() == 3) return (bits(0) & 0x0Fu) << 12 | bits(1) << 6 | bits(2);
  return static_cast<std::uint8_t>(point[0]);
}

// Control characters, and the invisible ones that break lines or turn the writing direction.
bool is_hidden(std::string_view point) {
  if (point.size() == 1) return true;  // plain characters never come here
  if (point.size() == 4) return false;
  const std::uint32_t value = value_of(point);
  return value < 0xA0 || value == 0x200B || value == 0x200E || value == 0x200F ||
         (value >= 0x2028 && value <= 0x202E) || (value >= 0x2060 && value <= 0x2069) ||
         value == 0xFEFF;
}

std::string hex(std::uint32_t value, std::size_t least_digits) {
  std::string digits;
  for (; value != 0 || digits.size() < least_digits; value >>= 4)
    digits.insert(digits.begin(), "0123456789abcdef"[value & 0xFu]);
  return digits;
}

std::string escape(std::string_view point) {
  if (point == "\t") return std::string(kTab);
  if (point.size() == 1) return "\\x" + hex(value_of(point), 2);
  return "\\u{" + hex(value_of(point), 1) + "}";
}

// The code point at `at`, which isn't a plain character.
std::string_view point_at(std::string_view text, std::size_t at) {
  return text.substr(at, code_point_length(text, at));
}

}  // namespace

void append_shown(std::string& out, std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = plain_run_end(text, at);
    out += text.substr(at, end - at);
    if (end == text.size()) return;
    const std::string_view point = point_at(text, end);
    if (is_hidden(point))
      out += escape(point);
    else
      out += point;
    at = end + point.size();
  }
}

std::size_t shown_width(std::string_view text) {
  std::size_t width = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = plain_run_end(text, at);
    width += end - at;
    if (end == text.size()) break;
    const std::string_view point = point_at(text, end);
    width += is_hidden(point) ? escape(point).size() : display_width(point);
    at = end + point.size();
  }
  return width;
}

}  // namespace meso
