#include "base/lines.h"

#include <cstring>

namespace meso {
namespace {

constexpr std::size_t kNone = std::string_view::npos;

std::size_t find_byte(std::string_view text, char byte, std::size_t from, std::size_t to) {
  const void* hit = from < to ? std::memchr(text.data() + from, byte, to - from) : nullptr;
  return hit == nullptr ? kNone
                        : static_cast<std::size_t>(static_cast<const char*>(hit) - text.data());
}

// Starts after each lone CR in [from, to), where `to` is the next LF or the end of the text.
void add_lone_returns(std::string_view text, std::size_t from, std::size_t to,
                      std::vector<std::uint32_t>& starts) {
  const bool line_feed_follows = to < text.size();
  for (std::size_t at = find_byte(text, '\r', from, to); at != kNone;
       at = find_byte(text, '\r', at + 1, to)) {
    const bool half_of_crlf = line_feed_follows && at + 1 == to;
    if (!half_of_crlf) starts.push_back(static_cast<std::uint32_t>(at + 1));
  }
}

}  // namespace

std::vector<std::uint32_t> line_starts_of(std::string_view text) {
  std::vector<std::uint32_t> starts;
  starts.reserve(text.size() / 32 + 1);
  starts.push_back(0);
  const bool has_returns = find_byte(text, '\r', 0, text.size()) != kNone;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t feed = find_byte(text, '\n', at, text.size());
    const std::size_t end = feed == kNone ? text.size() : feed;
    if (has_returns) add_lone_returns(text, at, end, starts);
    if (feed == kNone) break;
    starts.push_back(static_cast<std::uint32_t>(feed + 1));
    at = feed + 1;
  }
  return starts;
}

std::string_view line_of(std::string_view text, const std::vector<std::uint32_t>& starts,
                         std::size_t line) {
  const std::size_t begin = starts[line];
  std::size_t end = line + 1 == starts.size() ? text.size() : starts[line + 1];
  if (end > begin && text[end - 1] == '\n') --end;
  if (end > begin && text[end - 1] == '\r') --end;
  return text.substr(begin, end - begin);
}

}  // namespace meso
