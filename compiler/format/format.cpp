#include "compiler/format/format.h"

#include <algorithm>
#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

#include "compiler/format/indentation.h"
#include "compiler/format/rows.h"
#include "compiler/syntax/line_parser.h"

namespace meso {
namespace {

constexpr std::size_t kIndent = 2;       // blanks a level
constexpr std::size_t kCommentGap = 2;   // blanks before a comment behind a line
constexpr std::size_t kWidestLine = 90;  // columns; comments aren't aligned behind a wider one

enum class Form : std::uint8_t { blank, comment, row, as_it_was };

// What is to be written of a statement.
struct Line {
  Form form = Form::blank;
  std::size_t width = 0;       // of a row with a comment behind it; 0 of all others
  std::size_t comment_at = 0;  // the column of that comment
};

class Formatter {
 public:
  Formatter(const SourceFile& file, const Tree& tree)
      : file_(file),
        tree_(tree),
        levels_(levels_of(tree)),
        rows_(file, tree),
        lines_(tree.statements.size()) {}

  Formatted run() {
    for (std::uint32_t i = 0; i < lines_.size(); ++i) lines_[i].form = read(i);
    rows_.settle();
    for (std::uint32_t i = 0; i < lines_.size(); ++i) lines_[i].width = width_of(i);
    for (std::uint32_t i = 0; i < lines_.size();) i = place_comments(i);
    out_.text.reserve(file_.text().size() + file_.text().size() / 8);
    for (std::uint32_t i = 0; i < lines_.size(); ++i) write(i);
    return std::move(out_);
  }

 private:
  Form read(std::uint32_t index) {
    const LineKind kind = tree_.statements[index].kind;
    if (kind == LineKind::blank) return Form::blank;
    if (kind == LineKind::comment) return Form::comment;
    if (rows_.add(index)) return Form::row;
    ++out_.lines_left;
    return Form::as_it_was;
  }

  // ---- comments behind lines ----------------------------------------------------------------

  std::size_t width_of(std::uint32_t index) const {
    if (rows_.comment(index).empty()) return 0;
    return rows_.lay_out(index, [](std::string_view, std::size_t) {});
  }

  bool continues(std::uint32_t index) const {
    const Statement &above = tree_.statements[index - 1], &s = tree_.statements[index];
    return lines_[index].width > 0 && above.kind == s.kind && levels_[index - 1] == levels_[index];
  }

  // Comments behind neighbours of one kind stand below each other. Gives the index behind them.
  std::uint32_t place_comments(std::uint32_t first) {
    if (lines_[first].width == 0) return first + 1;
    std::uint32_t behind = first + 1;
    while (behind < lines_.size() && continues(behind)) ++behind;
    std::size_t column = 0;
    for (std::uint32_t i = first; i < behind; ++i)
      if (lines_[i].width <= kWidestLine) column = std::max(column, lines_[i].width + kCommentGap);
    for (std::uint32_t i = first; i < behind; ++i)
      lines_[i].comment_at = std::max(column, lines_[i].width + kCommentGap);
    return behind;
  }

  // ---- writing ------------------------------------------------------------------------------

  void write(std::uint32_t index) {
    std::string& out = out_.text;
    if (lines_[index].form == Form::blank) {
      blank_wanted_ = !out.empty();
      return;
    }
    if (blank_wanted_) out.push_back('\n');
    blank_wanted_ = false;
    if (lines_[index].form == Form::as_it_was) {
      out += file_.line_text(tree_.statements[index].line);
    } else {
      out.append(levels_[index] * kIndent, ' ');
      lines_[index].form == Form::comment ? write_comment(index) : write_row(index);
    }
    out.push_back('\n');
  }

  void write_comment(std::uint32_t index) {
    const Statement& s = tree_.statements[index];
    out_.text += comment_of({tree_.tokens_of(s), file_.text(), s.begin, s.end});
  }

  void write_row(std::uint32_t index) {
    std::string& out = out_.text;
    const std::size_t begin = out.size();
    rows_.lay_out(index, [&](std::string_view text, std::size_t blanks) {
      out.append(blanks, ' ');
      out += text;
    });
    write_comment_behind(index, lines_[index].comment_at - lines_[index].width);
    if (out.size() - begin <= kLongestLine) return;
    // Columns that would make a line longer than a line may be are left out.
    out.resize(begin);
    out += rows_.plain_text(index);
    write_comment_behind(index, kCommentGap);
  }

  void write_comment_behind(std::uint32_t index, std::size_t blanks) {
    if (rows_.comment(index).empty()) return;
    out_.text.append(blanks, ' ');
    out_.text += rows_.comment(index);
  }

  const SourceFile& file_;
  const Tree& tree_;
  std::vector<std::uint32_t> levels_;
  Rows rows_;
  std::vector<Line> lines_;  // one a statement
  Formatted out_;
  bool blank_wanted_ = false;
};

}  // namespace

Formatted format(const SourceFile& file, const Tree& tree) { return Formatter(file, tree).run(); }

}  // namespace meso
