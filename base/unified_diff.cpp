#include "base/unified_diff.h"

#include <algorithm>
#include <cstdint>
#include <unordered_map>
#include <utility>
#include <vector>

namespace meso {
namespace {

using Lines = std::vector<std::string_view>;

// With their line ends: a last line without one is another line than the same with one.
Lines lines_of(std::string_view text) {
  Lines lines;
  while (!text.empty()) {
    const std::size_t feed = text.find('\n');
    lines.push_back(text.substr(0, feed == text.npos ? text.size() : feed + 1));
    text.remove_prefix(lines.back().size());
  }
  return lines;
}

// Equal lines have equal numbers, in both texts.
struct Numbered {
  std::vector<std::uint32_t> before, after;
  std::uint32_t kinds = 0;
};

Numbered number(const Lines& before, const Lines& after) {
  Numbered out;
  std::unordered_map<std::string_view, std::uint32_t> numbers;
  const auto number_of = [&](std::string_view line) {
    return numbers.try_emplace(line, static_cast<std::uint32_t>(numbers.size())).first->second;
  };
  for (const std::string_view line : before) out.before.push_back(number_of(line));
  for (const std::string_view line : after) out.after.push_back(number_of(line));
  out.kinds = static_cast<std::uint32_t>(numbers.size());
  return out;
}

// Lines [begin, end) of the old text against such of the new one.
struct Stretch {
  std::size_t a, a_end, b, b_end;
};
struct Pair {
  std::size_t a, b;  // the same line in both
};

constexpr std::size_t kSmall = 1u << 16;  // cells of a table of common subsequences

// Which lines of the two texts are the same, in order. "Patience": lines that stand once in each
// stretch hold the texts together; what lies between them is looked at again, on its own.
class Matcher {
 public:
  explicit Matcher(const Numbered& lines)
      : lines_(lines), kept_(lines.before.size(), kNone), uses_(lines.kinds) {}

  // For each old line the new line that it became, or kNone.
  std::vector<std::size_t> run() {
    open_.push_back({0, lines_.before.size(), 0, lines_.after.size()});
    while (!open_.empty()) {
      Stretch s = open_.back();
      open_.pop_back();
      match(s);
    }
    return std::move(kept_);
  }

  static constexpr std::size_t kNone = static_cast<std::size_t>(-1);

 private:
  struct Uses {
    std::uint32_t old_count = 0, new_count = 0;
    std::size_t new_line = 0;
  };

  bool same(std::size_t a, std::size_t b) const { return lines_.before[a] == lines_.after[b]; }

  void match(Stretch s) {
    for (; s.a < s.a_end && s.b < s.b_end && same(s.a, s.b); ++s.a, ++s.b) kept_[s.a] = s.b;
    for (; s.a < s.a_end && s.b < s.b_end && same(s.a_end - 1, s.b_end - 1); --s.a_end, --s.b_end)
      kept_[s.a_end - 1] = s.b_end - 1;
    if (s.a == s.a_end || s.b == s.b_end) return;
    const std::vector<Pair> anchors = rising(unique_pairs(s));
    if (anchors.empty()) return match_small(s);
    for (const Pair& anchor : anchors) {
      open_.push_back({s.a, anchor.a, s.b, anchor.b});
      kept_[anchor.a] = anchor.b;
      s.a = anchor.a + 1;
      s.b = anchor.b + 1;
    }
    open_.push_back(s);
  }

  std::vector<Pair> unique_pairs(const Stretch& s) {
    for (std::size_t a = s.a; a < s.a_end; ++a) ++uses_[lines_.before[a]].old_count;
    for (std::size_t b = s.b; b < s.b_end; ++b) {
      Uses& uses = uses_[lines_.after[b]];
      ++uses.new_count;
      uses.new_line = b;
    }
    std::vector<Pair> pairs;
    for (std::size_t a = s.a; a < s.a_end; ++a) {
      const Uses& uses = uses_[lines_.before[a]];
      if (uses.old_count == 1 && uses.new_count == 1) pairs.push_back({a, uses.new_line});
    }
    for (std::size_t a = s.a; a < s.a_end; ++a) uses_[lines_.before[a]] = {};
    for (std::size_t b = s.b; b < s.b_end; ++b) uses_[lines_.after[b]] = {};
    return pairs;
  }

  // The longest run of pairs whose new lines rise too, by piles of patience.
  static std::vector<Pair> rising(const std::vector<Pair>& pairs) {
    std::vector<std::size_t> tops, below(pairs.size(), kNone);
    for (std::size_t i = 0; i < pairs.size(); ++i) {
      const auto pile =
          std::lower_bound(tops.begin(), tops.end(), pairs[i].b,
                           [&](std::size_t top, std::size_t b) { return pairs[top].b < b; });
      if (pile != tops.begin()) below[i] = *(pile - 1);
      if (pile == tops.end())
        tops.push_back(i);
      else
        *pile = i;
    }
    std::vector<Pair> out;
    for (std::size_t i = tops.empty() ? kNone : tops.back(); i != kNone; i = below[i])
      out.push_back(pairs[i]);
    std::reverse(out.begin(), out.end());
    return out;
  }

  // The longest common subsequence of a stretch without unique lines. A large one is shown as
  // rewritten: nobody would read which of its many equal lines stayed.
  void match_small(const Stretch& s) {
    const std::size_t rows = s.a_end - s.a, columns = s.b_end - s.b;
    if (rows > kSmall / columns) return;
    const auto at = [&](std::size_t i, std::size_t j) { return i * (columns + 1) + j; };
    std::vector<std::uint32_t> common((rows + 1) * (columns + 1));
    for (std::size_t i = rows; i-- > 0;)
      for (std::size_t j = columns; j-- > 0;)
        common[at(i, j)] = same(s.a + i, s.b + j)
                               ? common[at(i + 1, j + 1)] + 1
                               : std::max(common[at(i + 1, j)], common[at(i, j + 1)]);
    for (std::size_t i = 0, j = 0; i < rows && j < columns;) {
      if (same(s.a + i, s.b + j))
        kept_[s.a + i++] = s.b + j++;
      else if (common[at(i + 1, j)] >= common[at(i, j + 1)])
        ++i;
      else
        ++j;
    }
  }

  const Numbered& lines_;
  std::vector<std::size_t> kept_;
  std::vector<Uses> uses_;     // by the line's number; empty between two stretches
  std::vector<Stretch> open_;  // still to be looked at
};

// The stretches that differ, in order.
std::vector<Stretch> changes_of(const Lines& before, const Lines& after) {
  const Numbered lines = number(before, after);
  const std::vector<std::size_t> kept = Matcher(lines).run();
  std::vector<Stretch> changes;
  std::size_t b = 0;
  for (std::size_t a = 0; a < kept.size() || b < after.size();) {
    const Stretch start{a, a, b, b};
    while (a < kept.size() && kept[a] == Matcher::kNone) ++a;
    b = a < kept.size() ? kept[a] : after.size();
    if (a > start.a || b > start.b) changes.push_back({start.a, a, start.b, b});
    for (; a < kept.size() && kept[a] == b; ++a) ++b;
  }
  return changes;
}

// "12,3": a stretch is named by its first line and its length, an empty one by the line before it.
std::string range_text(std::size_t begin, std::size_t end) {
  const std::size_t count = end - begin;
  const std::string first = std::to_string(count == 0 ? begin : begin + 1);
  return count == 1 ? first : first + "," + std::to_string(count);
}

class Writer {
 public:
  Writer(const Lines& before, const Lines& after, std::size_t context)
      : before_(before), after_(after), context_(context) {}

  // Changes nearer than twice the context are one hunk.
  std::string run(const std::vector<Stretch>& changes) {
    for (std::size_t first = 0; first < changes.size();) {
      std::size_t behind = first + 1;
      while (behind < changes.size() &&
             changes[behind].a - changes[behind - 1].a_end <= 2 * context_)
        ++behind;
      write_hunk(changes, first, behind);
      first = behind;
    }
    return std::move(out_);
  }

 private:
  void write_hunk(const std::vector<Stretch>& changes, std::size_t first, std::size_t behind) {
    const std::size_t lead = std::min(context_, changes[first].a);
    const Stretch& last = changes[behind - 1];
    const std::size_t tail = std::min(context_, before_.size() - last.a_end);
    const std::size_t from = changes[first].a - lead;
    out_ += "@@ -" + range_text(from, last.a_end + tail) + " +" +
            range_text(changes[first].b - lead, last.b_end + tail) + " @@\n";
    std::size_t at = from;
    for (std::size_t i = first; i < behind; ++i) {
      write_lines(' ', before_, at, changes[i].a);
      write_lines('-', before_, changes[i].a, changes[i].a_end);
      write_lines('+', after_, changes[i].b, changes[i].b_end);
      at = changes[i].a_end;
    }
    write_lines(' ', before_, at, last.a_end + tail);
  }

  void write_lines(char sign, const Lines& lines, std::size_t begin, std::size_t end) {
    for (std::size_t i = begin; i < end; ++i) {
      out_.push_back(sign);
      out_ += lines[i];
      if (!lines[i].ends_with('\n')) out_ += "\n\\ No newline at end of file\n";
    }
  }

  const Lines& before_;
  const Lines& after_;
  std::size_t context_;
  std::string out_;
};

}  // namespace

std::string unified_diff(std::string_view old_name, std::string_view old_text,
                         std::string_view new_name, std::string_view new_text,
                         std::size_t context) {
  if (old_text == new_text) return "";
  const Lines before = lines_of(old_text), after = lines_of(new_text);
  std::string out = "--- " + std::string(old_name) + "\n+++ " + std::string(new_name) + "\n";
  return out + Writer(before, after, context).run(changes_of(before, after));
}

}  // namespace meso
