// `nearest` of base/text.h: what a person could have meant by a misspelt word.
#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>

#include "base/text.h"

namespace meso {
namespace {

// Names are shorter than this; nothing is near to a longer text, and the rows below stay on the
// stack.
constexpr std::size_t kLongest = 64;
constexpr std::size_t kNoDistance = kLongest + 1;

using Row = std::array<std::uint8_t, kLongest + 1>;

// The letters of a text as bits, whatever their case and order; two letters that share a bit are
// taken for the same. Most candidates are known by them to be too far, at a glance.
using Letters = std::uint64_t;

Letters letters_of(std::string_view text) {
  Letters letters = 0;
  for (const char c : text) letters |= Letters{1} << (static_cast<unsigned char>(to_lower(c)) % 64);
  return letters;
}

bool all_in(Letters a, Letters b) { return (a & ~b) == 0; }

// Each step takes away or brings in at most one letter.
bool may_be_near(Letters a, Letters b, std::size_t limit) {
  const auto missing = [](Letters from, Letters in) {
    return static_cast<std::size_t>(std::popcount(from & ~in));
  };
  return missing(a, b) <= limit && missing(b, a) <= limit;
}

// Damerau-Levenshtein distance (a swap of neighbours is one step) of two lower-case words, or
// kNoDistance as soon as it is sure to be above `limit`. Cells further than `limit` from the
// diagonal are above it anyway and stay kNoDistance.
std::size_t distance(std::string_view a, std::string_view b, std::size_t limit) {
  const std::size_t gap = a.size() > b.size() ? a.size() - b.size() : b.size() - a.size();
  if (gap > limit || b.size() > kLongest) return kNoDistance;
  Row before_last, last, row;
  for (std::size_t j = 0; j <= b.size(); ++j)
    last[j] = static_cast<std::uint8_t>(j <= limit ? j : kNoDistance);
  row.fill(kNoDistance);
  for (std::size_t i = 1; i <= a.size(); ++i) {
    const std::size_t from = i > limit ? i - limit : 1, to = std::min(b.size(), i + limit);
    row[from - 1] = static_cast<std::uint8_t>(from == 1 && i <= limit ? i : kNoDistance);
    std::size_t least = row[from - 1];
    for (std::size_t j = from; j <= to; ++j) {
      std::size_t steps =
          std::min({last[j] + 1u, row[j - 1] + 1u, last[j - 1] + (a[i - 1] == b[j - 1] ? 0u : 1u)});
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

struct Word {
  std::string_view text;
  Letters letters = 0;
};

// The words of a lower-case name; those of one or two letters say too little to be a link.
std::vector<Word> words_of(std::string_view text) {
  std::vector<Word> words;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = at;
    while (end < text.size() && is_word_byte(text[end])) ++end;
    const std::string_view word = text.substr(at, end - at);
    if (word.size() >= 3) words.push_back({word, letters_of(word)});
    at = end + 1;
  }
  return words;
}

bool holds_word(std::string_view text, std::string_view word) {
  for (std::size_t at = text.find(word); at != text.npos; at = text.find(word, at + 1)) {
    const std::size_t end = at + word.size();
    const bool starts = at == 0 || !is_word_byte(text[at - 1]);
    if (starts && (end == text.size() || !is_word_byte(text[end]))) return true;
  }
  return false;
}

bool may_share_words(const std::vector<Word>& wanted, Letters candidate) {
  return std::ranges::any_of(wanted, [&](const Word& w) { return all_in(w.letters, candidate); });
}

std::size_t shared_words(const std::vector<Word>& wanted, std::string_view candidate) {
  return static_cast<std::size_t>(
      std::ranges::count_if(wanted, [&](const Word& w) { return holds_word(candidate, w.text); }));
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
  const Letters wanted_letters = letters_of(wanted);
  const std::vector<Word> wanted_words = words_of(wanted);
  const std::size_t limit = std::clamp<std::size_t>(wanted.size() / 3, 1, 3);
  std::vector<Near> near;
  for (const std::string_view candidate : candidates) {
    if (candidate.size() > kLongest) continue;
    const Letters letters = letters_of(candidate);
    const bool may_be = may_be_near(wanted_letters, letters, limit);
    if (!may_be && !may_share_words(wanted_words, letters)) continue;
    const std::string name = lower(candidate);
    const std::size_t steps = may_be ? distance(wanted, name, limit) : kNoDistance;
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
