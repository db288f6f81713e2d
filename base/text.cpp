#include "base/text.h"

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <initializer_list>
#include <iterator>
#include <sstream>

#include "base/width_tables.h"

namespace meso {

std::size_t blank_length(std::string_view text, std::size_t at) {
  const char c = text[at];
  if (c == ' ' || c == '\t') return 1;
  if (c == '\xC2') return text.substr(at, 2) == "\u00A0" ? 2 : 0;
  const std::string_view three = text.substr(at, 3);
  if (c == '\xE3') return three == "\u3000" ? 3 : 0;
  if (c != '\xE2') return 0;
  return (three >= "\u2000" && three <= "\u200A") || three == "\u202F" ? 3 : 0;
}

std::string_view without_blanks_around(std::string_view text) {
  while (const std::size_t blank = text.empty() ? 0 : blank_length(text, 0))
    text.remove_prefix(blank);
  return without_blanks_behind(text);
}

std::string_view without_blanks_behind(std::string_view text) {
  for (;;) {
    const std::size_t before = text.size();
    for (const std::size_t length : {1u, 2u, 3u})
      if (text.size() >= length && blank_length(text, text.size() - length) == length)
        text.remove_suffix(length);
    if (text.size() == before) return text;
  }
}

std::string plain_name(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t blank = blank_length(text, i);
    if (blank == 0)
      out.push_back(text[i]);
    else if (!out.empty() && out.back() != ' ')
      out.push_back(' ');
    i += blank == 0 ? 1 : blank;
  }
  if (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

bool looks_like_utf16(std::string_view bytes) {
  if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF")) return true;
  if (bytes.size() < 4 || bytes.size() % 2 != 0) return false;
  const bool little_end = bytes[0] != 0 && bytes[1] == 0 && bytes[2] != 0 && bytes[3] == 0;
  const bool big_end = bytes[0] == 0 && bytes[1] != 0 && bytes[2] == 0 && bytes[3] != 0;
  return little_end || big_end;
}

namespace {

constexpr char32_t kStray = 0xFFFFFFFF;

struct CodePoint {
  char32_t value = kStray;
  std::size_t length = 1;
};

constexpr std::uint8_t byte_at(std::string_view text, std::size_t at) {
  return static_cast<std::uint8_t>(text[at]);
}

// What the first byte promises: the sequence's length (0: it can't start one) and its own bits.
struct Lead {
  std::size_t length = 0;
  char32_t bits = 0;
};

constexpr Lead lead_of(std::uint8_t byte) {
  if (byte < 0x80) return {1, byte};
  if (byte < 0xC2) return {};
  if (byte < 0xE0) return {2, byte & 0x1Fu};
  if (byte < 0xF0) return {3, byte & 0x0Fu};
  if (byte < 0xF5) return {4, byte & 0x07u};
  return {};
}

CodePoint decode_at(std::string_view text, std::size_t at) {
  const Lead lead = lead_of(byte_at(text, at));
  if (lead.length == 0 || lead.length > text.size() - at) return {};
  char32_t value = lead.bits;
  for (std::size_t i = 1; i < lead.length; ++i) {
    const std::uint8_t next = byte_at(text, at + i);
    if ((next & 0xC0u) != 0x80u) return {};
    value = (value << 6) | (next & 0x3Fu);
  }
  constexpr char32_t kLeast[] = {0, 0, 0x80, 0x800, 0x10000};  // by length; below it is overlong
  const bool surrogate = value >= 0xD800 && value <= 0xDFFF;
  if (value < kLeast[lead.length] || surrogate || value > 0x10FFFF) return {};
  return {value, lead.length};
}

// The first byte from `at` on that isn't ASCII, eight bytes a step.
std::size_t skip_ascii(std::string_view text, std::size_t at) {
  constexpr std::uint64_t kHighBits = 0x8080808080808080u;
  for (; at + 8 <= text.size(); at += 8) {
    std::uint64_t eight = 0;
    std::memcpy(&eight, text.data() + at, 8);
    if ((eight & kHighBits) != 0) break;
  }
  while (at < text.size() && byte_at(text, at) < 0x80) ++at;
  return at;
}

template <std::size_t Count>
bool holds(const CodePointRange (&ranges)[Count], char32_t value) {
  const auto* after =
      std::upper_bound(std::begin(ranges), std::end(ranges), value,
                       [](char32_t v, const CodePointRange& range) { return v < range.first; });
  return after != std::begin(ranges) && value <= std::prev(after)->last;
}

std::size_t width_of(char32_t value) {
  if (value < 0x300 || value == kStray) return 1;
  if (holds(kZeroWidth, value)) return 0;
  return holds(kWide, value) ? 2 : 1;
}

}  // namespace

std::optional<std::size_t> first_invalid_utf8(std::string_view text) {
  for (std::size_t at = skip_ascii(text, 0); at < text.size();) {
    const CodePoint point = decode_at(text, at);
    if (point.value == kStray) return at;
    at += point.length;
    if (at < text.size() && byte_at(text, at) < 0x80) at = skip_ascii(text, at);
  }
  return std::nullopt;
}

std::size_t count_code_points(std::string_view text) {
  std::size_t count = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t ascii_end = skip_ascii(text, at);
    count += ascii_end - at;
    for (at = ascii_end; at < text.size() && byte_at(text, at) >= 0x80; ++count)
      at += decode_at(text, at).length;
  }
  return count;
}

std::size_t display_width(std::string_view text) {
  std::size_t width = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t ascii_end = skip_ascii(text, at);
    width += ascii_end - at;
    for (at = ascii_end; at < text.size() && byte_at(text, at) >= 0x80;) {
      const CodePoint point = decode_at(text, at);
      width += width_of(point.value);
      at += point.length;
    }
  }
  return width;
}

std::size_t code_point_length(std::string_view text, std::size_t at) {
  return at < text.size() ? decode_at(text, at).length : 1;
}

std::string lower(std::string_view text) {
  std::string out(text);
  std::transform(out.begin(), out.end(), out.begin(), to_lower);
  return out;
}

bool equal_ignoring_case(std::string_view a, std::string_view b) {
  return a.size() == b.size() && std::equal(a.begin(), a.end(), b.begin(), [](char x, char y) {
           return to_lower(x) == to_lower(y);
         });
}

bool less_ignoring_case(std::string_view a, std::string_view b) {
  return std::lexicographical_compare(a.begin(), a.end(), b.begin(), b.end(), [](char x, char y) {
    return static_cast<unsigned char>(to_lower(x)) < static_cast<unsigned char>(to_lower(y));
  });
}

namespace {

std::string join_with(std::span<const std::string> items, std::string_view last) {
  std::string out;
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (i > 0) out += i + 1 == items.size() ? last : std::string_view(", ");
    out += items[i];
  }
  return out;
}

bool ends_with_any(std::string_view word, std::initializer_list<std::string_view> endings) {
  return std::any_of(endings.begin(), endings.end(),
                     [word](std::string_view ending) { return word.ends_with(ending); });
}

std::string plural(std::string_view noun) {
  if (ends_with_any(noun, {"s", "x", "ch", "sh"})) return std::string(noun) + "es";
  if (noun.ends_with("y") && !ends_with_any(noun, {"ay", "ey", "oy", "uy"}))
    return std::string(noun.substr(0, noun.size() - 1)) + "ies";
  return std::string(noun) + "s";
}

}  // namespace

std::string join_or(std::span<const std::string> items) { return join_with(items, " or "); }

std::string join_and(std::span<const std::string> items) { return join_with(items, " and "); }

std::string counted(long n, std::string_view noun) {
  return std::to_string(n) + " " + (n == 1 ? std::string(noun) : plural(noun));
}

std::string quoted(std::string_view text) { return "\"" + std::string(text) + "\""; }

std::string join(std::span<const std::string> items, std::string_view separator) {
  std::string out;
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (i > 0) out += separator;
    out += items[i];
  }
  return out;
}

void add_once(std::vector<std::string>& list, std::string text) {
  if (std::find(list.begin(), list.end(), text) == list.end()) list.push_back(std::move(text));
}

std::string padded(std::string text, std::size_t width) {
  const std::size_t now = display_width(text);
  return now < width ? text + std::string(width - now, ' ') : text;
}

std::string upper_first(std::string text) {
  if (!text.empty() && text[0] >= 'a' && text[0] <= 'z') text[0] = static_cast<char>(text[0] - 32);
  return text;
}

std::string number_ranges(std::span<const int> numbers) {
  std::vector<std::string> ranges;
  for (std::size_t i = 0; i < numbers.size();) {
    std::size_t last = i;
    while (last + 1 < numbers.size() && numbers[last + 1] == numbers[last] + 1) ++last;
    const std::string first = std::to_string(numbers[i]);
    ranges.push_back(last == i ? first : first + "-" + std::to_string(numbers[last]));
    i = last + 1;
  }
  return join_and(ranges);
}

std::string wrapped(std::string_view text, std::string_view indent) {
  constexpr std::size_t kWidth = 78;
  std::string out, line(indent);
  std::istringstream words{std::string(text)};
  for (std::string word; words >> word;) {
    const bool is_first = line.size() == indent.size();
    if (!is_first && display_width(line) + 1 + display_width(word) > kWidth) {
      out += line + "\n";
      line = indent;
    }
    line += (line.size() > indent.size() ? " " : "") + word;
  }
  return out + line + "\n";
}

}  // namespace meso
