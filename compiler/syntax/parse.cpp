#include "compiler/syntax/parse.h"

#include <algorithm>
#include <cstring>
#include <optional>
#include <string>

#include "base/text.h"
#include "compiler/syntax/line_kinds.h"
#include "compiler/syntax/line_parser.h"
#include "compiler/syntax/outline.h"
#include "compiler/syntax/syntax_error.h"

namespace meso {
namespace {

class Parser {
 public:
  Parser(const SourceFile& file, FileId id, Sink& sink) : text_(file.text()), sink_(sink) {
    tree_.file = id;
    tree_.statements.reserve(file.line_count());
    tree_.tokens.reserve(file.text().size() / 6);
  }

  Tree run(const SourceFile& file) {
    for (std::uint32_t line = 0; line < file.line_count(); ++line)
      read_line(line, file.line_start(line), file.line_text(line));
    build_outline(tree_, sink_);
    return std::move(tree_);
  }

 private:
  void read_line(std::uint32_t number, std::uint32_t start, std::string_view text) {
    std::size_t skip = 0;
    while (skip < text.size()) {
      const std::size_t blank = blank_length(text, skip);
      if (blank == 0) break;
      skip += blank;
    }
    text.remove_prefix(skip);
    Statement s;
    s.line = number;
    s.begin = start + static_cast<std::uint32_t>(skip);
    s.end = s.begin + static_cast<std::uint32_t>(text.size());
    s.first_token = static_cast<std::uint32_t>(tree_.tokens.size());
    if (text.empty())
      s.kind = LineKind::blank;
    else if (text.front() == '#')
      read_comment(s);
    else if (text.size() > kLongestLine)
      report_long_line(s);
    else
      read_statement(s, {text, s.begin});
    s.token_count = static_cast<std::uint32_t>(tree_.tokens.size()) - s.first_token;
    trim_end(s);
    tree_.statements.push_back(s);
  }

  void read_comment(Statement& s) {
    s.kind = LineKind::comment;
    tree_.tokens.push_back({TokenKind::comment, s.begin, s.end});
  }

  void report_long_line(Statement& s) {
    s.kind = LineKind::unknown;
    s.ok = false;
    sink_
        .report(kind::line_too_long, tree_.span_of(s),
                "this line is " + std::to_string(s.end - s.begin) +
                    " bytes long; a line holds at most " + std::to_string(kLongestLine))
        .label("too long to be a line of a plan")
        .advise("a plan has one exercise or keyword a line: break it up");
  }

  void read_statement(Statement& s, LineInput line) {
    if (const auto kind = recognise(line, tree_.tokens)) {
      s.kind = *kind;
      return;
    }
    s.ok = false;
    s.kind = report(line, kinds_opened_by(first_word(line.text)));
  }

  // The farthest any reading of the line got decides what it was meant to be.
  LineKind report(LineInput line, std::span<const LineKind> candidates) {
    const bool exercise_like = holds_prescription(line.text);
    if (candidates.empty() && !exercise_like) return report_unknown_line(line, tree_.file, sink_);
    std::optional<LineKind> best;
    Stop best_stop;
    // With a blank at its end, a line that stops too early stops at the word that it wants next.
    const std::string padded = std::string(line.text) + ' ';
    const auto consider = [&](LineKind kind) {
      Stop stop;
      ParsedLine result{tree_.tokens, &stop};
      parse_line(kind, {padded, line.offset}, result);
      if (best && stop.at <= best_stop.at) return;
      best = kind;
      best_stop = std::move(stop);
    };
    for (const LineKind kind : candidates) consider(kind);
    if (exercise_like) consider(LineKind::exercise);
    report_bad_line(*best, line, best_stop, tree_.file, sink_);
    return *best;
  }

  // A statement's text ends before its comment and the blanks around it.
  void trim_end(Statement& s) const {
    if (s.token_count > 0 && s.kind != LineKind::comment &&
        tree_.tokens.back().kind == TokenKind::comment)
      s.end = tree_.tokens.back().begin;
    const std::string_view text = text_.substr(s.begin, s.end - s.begin);
    s.end = s.begin + static_cast<std::uint32_t>(without_blanks_behind(text).size());
  }

  std::string_view text_;
  Sink& sink_;
  Tree tree_;
};

}  // namespace

Tree parse(const SourceFile& file, FileId id, Sink& sink) {
  return Parser(file, id, sink).run(file);
}

}  // namespace meso
