#include "compiler/format/canonical_line.h"

#include <algorithm>
#include <span>

#include "compiler/format/spacing.h"
#include "compiler/syntax/line_parser.h"

namespace meso {
namespace {

// Are the texts the same but for the number of blanks where both have some? Blanks between quotes
// count as well; they are copied as they are.
bool only_blanks_differ(std::string_view a, std::string_view b) {
  std::size_t i = 0, j = 0;
  while (i < a.size() && j < b.size() && a[i] == b[j]) {
    const bool blank = a[i] == ' ';
    ++i;
    ++j;
    while (blank && i < a.size() && a[i] == ' ') ++i;
    while (blank && j < b.size() && b[j] == ' ') ++j;
  }
  return i == a.size() && j == b.size();
}

std::string canonical_text(std::span<const Piece> pieces) {
  std::string out;
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    if (i > 0 && blank_before(pieces, i)) out.push_back(' ');
    append_canonical(pieces[i], out);
  }
  return out;
}

bool same_kinds(std::span<const Token> a, std::span<const Token> b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](const Token& x, const Token& y) { return x.kind == y.kind; });
}

}  // namespace

bool CanonicalLine::write(LineKind kind, const ReadLine& line) {
  split(line, pieces_);
  comment_ = comment_of(line);
  write_pieces(kind);
  const std::size_t size = text_.size() + (comment_.empty() ? 0 : comment_.size() + 2);
  return size <= kLongestLine && reads_back(kind, line);
}

void CanonicalLine::write_pieces(LineKind kind) {
  text_.clear();
  cells_.assign(1, {});
  ColumnReader columns(table_of(kind), pieces_);
  for (std::size_t i = 0; i < pieces_.size(); ++i) {
    const std::uint8_t column = columns.next();
    if (i > 0 && blank_before(pieces_, i)) {
      text_.push_back(' ');
      if (column != cells_.back().column) {
        cells_.back().end = static_cast<std::uint32_t>(text_.size() - 1);
        cells_.push_back({static_cast<std::uint32_t>(text_.size()), 0, column});
      }
    }
    append_canonical(pieces_[i], text_);
  }
  cells_.back().end = static_cast<std::uint32_t>(text_.size());
}

// The grammar reads some words by what stands beside them, so it has the last word on every line
// that lost or got more than blanks between words.
bool CanonicalLine::reads_back(LineKind kind, const ReadLine& line) {
  const std::string_view source = line.text.substr(line.begin, line.end - line.begin);
  if (only_blanks_differ(source, text_)) return true;
  const std::string tail = comment_.empty() ? "" : "  #";
  const std::string whole = text_ + tail;
  std::vector<Token> tokens;
  if (recognise({whole, 0}, tokens) != kind || !same_kinds(tokens, line.tokens)) return false;
  std::vector<Piece> pieces;
  split({tokens, whole, 0, static_cast<std::uint32_t>(text_.size())}, pieces);
  return canonical_text(pieces) == text_;
}

}  // namespace meso
