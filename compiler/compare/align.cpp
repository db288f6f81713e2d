#include "compiler/compare/align.h"

#include <algorithm>
#include <utility>

namespace meso {
namespace {

// Beyond this many pairs a list is no plan's any more: order is then looked at by its ends only.
constexpr std::size_t kMostPairs = 1'000'000;

using Keys = std::vector<std::string>;

class Aligner {
 public:
  Aligner(const Keys& before, const Keys& after)
      : before_(before), after_(after), partner_(after.size()), taken_(before.size(), false) {}

  std::vector<Aligned> run(const Likeness& likeness) {
    keep_order();
    pair_moved();
    pair_alike(likeness);
    return result();
  }

 private:
  void pair(std::size_t b, std::size_t a, bool moved) {
    partner_[a] = {b, a, moved};
    taken_[b] = true;
  }

  // The longest list of equal items in the same order, between an equal start and an equal end.
  void keep_order() {
    std::size_t first = 0, before_end = before_.size(), after_end = after_.size();
    while (first < before_end && first < after_end && before_[first] == after_[first]) {
      pair(first, first, false);
      ++first;
    }
    while (before_end > first && after_end > first &&
           before_[before_end - 1] == after_[after_end - 1])
      pair(--before_end, --after_end, false);
    if ((before_end - first) * (after_end - first) <= kMostPairs)
      keep_middle(first, before_end, after_end);
  }

  void keep_middle(std::size_t first, std::size_t before_end, std::size_t after_end) {
    const std::size_t rows = before_end - first, columns = after_end - first;
    // longest[b][a]: of what stands from b and a on.
    std::vector<std::vector<std::uint32_t>> longest(rows + 1,
                                                    std::vector<std::uint32_t>(columns + 1, 0));
    for (std::size_t b = rows; b-- > 0;)
      for (std::size_t a = columns; a-- > 0;)
        longest[b][a] = before_[first + b] == after_[first + a]
                            ? longest[b + 1][a + 1] + 1
                            : std::max(longest[b + 1][a], longest[b][a + 1]);
    for (std::size_t b = 0, a = 0; b < rows && a < columns;) {
      if (before_[first + b] == after_[first + a])
        pair(first + b++, first + a++, false);
      else if (longest[b + 1][a] >= longest[b][a + 1])
        ++b;
      else
        ++a;
    }
  }

  void pair_moved() {
    for (std::size_t a = 0; a < after_.size(); ++a)
      for (std::size_t b = 0; b < before_.size() && !partner_[a].before; ++b)
        if (!taken_[b] && before_[b] == after_[a]) pair(b, a, true);
  }

  void pair_alike(const Likeness& likeness) {
    for (std::size_t b = 0; b < before_.size(); ++b) {
      if (taken_[b]) continue;
      int best = 0;
      std::size_t best_after = 0;
      for (std::size_t a = 0; a < after_.size(); ++a) {
        const int like = partner_[a].before ? 0 : likeness(b, a);
        if (like <= best) continue;
        best = like;
        best_after = a;
      }
      if (best > 0) pair(b, best_after, false);
    }
  }

  std::vector<Aligned> result() const {
    std::vector<Aligned> out;
    for (std::size_t a = 0; a < after_.size(); ++a)
      out.push_back(partner_[a].before ? partner_[a] : Aligned{std::nullopt, a, false});
    for (std::size_t b = 0; b < before_.size(); ++b) {
      if (taken_[b]) continue;
      const auto above = std::find_if(out.begin(), out.end(), [&](const Aligned& item) {
        return item.before && *item.before + 1 == b;
      });
      const auto place = b == 0 || above == out.end() ? out.begin() : above + 1;
      out.insert(place, {b, std::nullopt, false});
    }
    return out;
  }

  const Keys& before_;
  const Keys& after_;
  std::vector<Aligned> partner_;  // by place in `after_`
  std::vector<bool> taken_;       // by place in `before_`
};

std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> out;
  std::string word;
  for (const char c : text) {
    const bool ends = c == ' ' || c == ',' || c == ':';
    if (!ends) word += c;
    if (ends && !word.empty()) out.push_back(std::exchange(word, {}));
  }
  if (!word.empty()) out.push_back(std::move(word));
  return out;
}

}  // namespace

std::vector<Aligned> align(const Keys& before, const Keys& after, const Likeness& likeness) {
  return Aligner(before, after).run(likeness);
}

int shared_entries_percent(const Keys& a, const Keys& b) {
  Keys left = a;
  std::size_t shared = 0;
  for (const std::string& entry : b) {
    const auto found = std::find(left.begin(), left.end(), entry);
    if (found == left.end()) continue;
    left.erase(found);
    ++shared;
  }
  const std::size_t most = std::max(a.size(), b.size());
  return most == 0 ? 0 : static_cast<int>(100 * shared / most);
}

int shared_words_percent(std::string_view a, std::string_view b) {
  const int percent = shared_entries_percent(words_of(a), words_of(b));
  return percent < 50 ? 0 : percent;
}

}  // namespace meso
