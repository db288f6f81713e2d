// `nearest` of base/text.h: what a person could have meant by a misspelt word.
#include <algorithm>
#include <array>
#include <cstdint>

#include "base/text.h"

namespace meso {
namespace {

// Names are shorter than this; nothing is near to a longer text, and the rows below stay on the
// stack.
constexpr std::size_t kLongest = 64;
constexpr std::size_t kNoDistance = kLongest + 1;

using Row = std::array<std::uint8_t, kLongest + 1>;

// Damerau-Levenshtein distance (a swap of neighbours is one step) of two lower-case words, or
// kNoDistance as soon as it is sure to be above `limit`.
std::size_t distance(std::string_view a, std::string_view b, std::size_t limit) {
  const std::size_t gap = a.size() > b.size() ? a.size() - b.size() : b.size() - a.size();
  if (gap > limit || b.size() > kLongest) return kNoDistance;
  Row before_last{}, last{}, row{};
  for (std::size_t j = 0; j <= b.size(); ++j) last[j] = static_cast<std::uint8_t>(j);
  for (std::size_t i = 1; i <= a.size(); ++i) {
    row[0] = static_cast<std::uint8_t>(i);
    std::size_t least = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      std::size_t steps = std::min({last[j] + 1u, row[j - 1] + 1u,
                                    last[j - 1] + (a[i - 1] == b[j - 1] ? 0u : 1u)});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
        steps = std::min<std::size_t>(steps, before_last[j - 2] + 1u);
      row[j] = static_cast<std::uint8_t>(steps);
      least = std::min(least, steps);
    }
    if (least > limit) return kNoDistance;
    before_last = last;
    last = row;
  }
  return last[b.size()] <= limit ? last[b.size()] : kNoDistance;
}

bool is_word_byte(char c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80;
}

// The words of a lower-case name; those of one or two letters say too little to be a link.
std::vector<std::string_view> words_of(std::string_view text) {
  std::vector<std::string_view> words;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = at;
    while (end < text.size() && is_word_byte(text[end])) ++end;
    if (end - at >= 3) words.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  return words;
}

std::size_t shared_words(const std::vector<std::string_view>& wanted, std::string_view candidate) {
  if (wanted.empty()) return 0;
  const std::vector<std::string_view> own = words_of(candidate);
  return static_cast<std::size_t>(
      std::count_if(wanted.begin(), wanted.end(), [&own](std::string_view word) {
        return std::find(own.begin(), own.end(), word) != own.end();
      }));
}

struct Near {
  std::size_t rank = 0;  // smaller is nearer
  std::string_view name;
};

}  // namespace

std::vector<std::string> nearest(std::string_view word,
                                 std::span<const std::string_view> candidates, std::size_t most) {
  if (word.empty() || word.size() > kLongest) return {};
  const std::string wanted = lower(word);
  const std::vector<std::string_view> wanted_words = words_of(wanted);
  const std::size_t limit = std::clamp<std::size_t>(wanted.size() / 3, 1, 3);
  std::vector<Near> near;
  for (const std::string_view candidate : candidates) {
    if (candidate.size() > kLongest) continue;
    const std::string name = lower(candidate);
    const std::size_t steps = distance(wanted, name, limit);
    // A word of one letter that was replaced has nothing left of what was written.
    if (steps < std::max(wanted.size(), name.size()) && steps <= limit) {
      near.push_back({steps, candidate});
    } else if (const std::size_t shared = shared_words(wanted_words, name); shared > 0) {
      near.push_back({2 * kNoDistance - shared, candidate});
    }
  }
  std::stable_sort(near.begin(), near.end(),
                   [](const Near& a, const Near& b) { return a.rank < b.rank; });
  std::vector<std::string> out;
  for (std::size_t i = 0; i < near.size() && i < most; ++i) out.emplace_back(near[i].name);
  return out;
}

}  // namespace meso
