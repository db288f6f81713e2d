#include "compiler/format/indentation.h"

#include "compiler/syntax/line_kinds.h"

namespace meso {
namespace {

// Can anything belong to a line of this kind?
bool is_section(LineKind kind) {
  for (std::uint8_t child = 0; child < static_cast<std::uint8_t>(LineKind::unknown); ++child)
    if (accepts(kind, static_cast<LineKind>(child))) return true;
  return false;
}

bool is_remark(const Statement& s) { return s.kind == LineKind::comment; }
bool is_blank(const Statement& s) { return s.kind == LineKind::blank; }
bool says_nothing(const Statement& s) { return is_remark(s) || is_blank(s); }

class Leveller {
 public:
  explicit Leveller(const Tree& tree) : tree_(tree), levels_(tree.statements.size()) {}

  std::vector<std::uint32_t> run() {
    std::uint32_t above = 0;
    for (std::uint32_t i = 0; i < levels_.size(); ++i)
      if (!says_nothing(tree_.statements[i])) above = levels_[i] = level_of(i, above);
    for (std::uint32_t i = 0; i < levels_.size();) i = place_remarks(i);
    return std::move(levels_);
  }

 private:
  // A line that means nothing is taken for one like that above it; comments beside it look to it.
  std::uint32_t level_of(std::uint32_t index, std::uint32_t above) {
    const Statement& s = tree_.statements[index];
    if (s.kind == LineKind::unknown) return above;
    if (s.parent != index) return levels_[s.parent] + 1;
    const bool opens_head = s.kind == LineKind::plan || s.kind == LineKind::library;
    const bool is_setting = !opens_head && is_top_level(s.kind) && !is_section(s.kind);
    if (is_setting) return in_head_ ? 1 : 0;
    in_head_ = opens_head;
    return 0;
  }

  // A group of comments stands as the line below it, or as the line above when only that one
  // touches it: an exercise that was taken out at the end of a session stays there. Gives the index
  // behind.
  std::uint32_t place_remarks(std::uint32_t first) {
    if (!is_remark(tree_.statements[first])) return first + 1;
    std::uint32_t behind = first;
    while (behind < levels_.size() && is_remark(tree_.statements[behind])) ++behind;
    const bool touches_above = first > 0 && !is_blank(tree_.statements[first - 1]);
    const bool touches_below = behind < levels_.size() && !is_blank(tree_.statements[behind]);
    const std::uint32_t level =
        touches_above && !touches_below ? levels_[first - 1] : level_below(behind);
    for (std::uint32_t i = first; i < behind; ++i) levels_[i] = level;
    return behind;
  }

  // The level of the first line from `index` on that says something; 0 at the end of the file.
  std::uint32_t level_below(std::uint32_t index) {
    if (next_line_ < index) next_line_ = index;
    while (next_line_ < levels_.size() && says_nothing(tree_.statements[next_line_])) ++next_line_;
    return next_line_ < levels_.size() ? levels_[next_line_] : 0;
  }

  const Tree& tree_;
  std::vector<std::uint32_t> levels_;
  bool in_head_ = false;  // no section has begun since the plan or library line
  std::uint32_t next_line_ =
      0;  // only moves on, so that many comments cost no more than their lines
};

}  // namespace

std::vector<std::uint32_t> levels_of(const Tree& tree) { return Leveller(tree).run(); }

}  // namespace meso
