#include "runtime/journal/checksum.h"

#include <zlib.h>

#include <algorithm>

namespace meso {
namespace {

// zlib takes no more than an unsigned int at a time.
constexpr std::size_t kMost = 1u << 30;

uLong add(uLong sum, std::string_view text) {
  while (!text.empty()) {
    const std::size_t size = std::min(text.size(), kMost);
    sum = ::crc32(sum, reinterpret_cast<const Bytef*>(text.data()), static_cast<uInt>(size));
    text.remove_prefix(size);
  }
  return sum;
}

}  // namespace

std::uint32_t checksum(std::string_view text) {
  uLong sum = ::crc32(0, nullptr, 0);
  for (std::size_t at = text.find('\r'); at != text.npos; at = text.find('\r')) {
    sum = add(add(sum, text.substr(0, at)), "\n");
    text.remove_prefix(at + (text.substr(at).starts_with("\r\n") ? 2 : 1));
  }
  return static_cast<std::uint32_t>(add(sum, text));
}

std::string checksum_text(std::uint32_t sum) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  std::string text(8, '0');
  for (auto digit = text.rbegin(); digit != text.rend(); ++digit, sum >>= 4)
    *digit = kDigits[sum & 15];
  return text;
}

}  // namespace meso
