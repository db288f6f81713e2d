// The syntax tree: every statement of a file in order, its tokens, its place in the outline.
//
// It loses nothing. Lines tile the file; tokens tile a line but for blanks; the comment is a token.
// A line that can't be read is a statement too (`ok` false), so its neighbours keep their meaning.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "base/span.h"
#include "compiler/source/source.h"

namespace meso {

enum class TokenKind : std::uint16_t {
#define MESO_KEYWORD(rule, text) rule,
#include "grammar/keywords.def"
#undef MESO_KEYWORD
#define MESO_TOKEN(rule, label) rule,
#include "compiler/syntax/tokens.def"
#undef MESO_TOKEN
};

struct Token {
  TokenKind kind;
  std::uint32_t begin = 0;  // bytes in the file
  std::uint32_t end = 0;
};

// What a line is; the grammar's rule of the same name describes it.
enum class LineKind : std::uint8_t {
  plan,
  library,
  use,
  by,
  level,
  units,
  guidelines,
  starts,
  purpose,
  round,
  input,
  familiar,
  goal,
  track,
  signal,
  event,
  missed,
  own_exercise,
  follow,
  gate,
  gate_clause,
  rule,
  rule_clause,
  scheme,
  stage,
  returns,
  block,
  week,
  week_sets,
  session,
  on,
  prefer,
  wait,
  repeat,
  replace,
  drop,
  exercise,
  warm_up,
  note,
  allow,
  blank,
  comment,
  unknown,
};

struct Statement {
  LineKind kind = LineKind::blank;
  bool ok = true;           // false: reported already; its tokens are not to be read
  std::uint32_t line = 0;   // zero-based
  std::uint32_t begin = 0;  // of the text, blanks and comment left out
  std::uint32_t end = 0;
  std::uint32_t first_token = 0;
  std::uint32_t token_count = 0;  // the comment included
  // The outline: the statement that this one belongs to (itself at the top), and the index behind
  // the last one that belongs to it.
  std::uint32_t parent = 0;
  std::uint32_t subtree_end = 0;
};

struct Tree {
  FileId file;
  std::vector<Statement> statements;
  std::vector<Token> tokens;

  std::span<const Token> tokens_of(const Statement& s) const {
    return {tokens.data() + s.first_token, s.token_count};
  }
  Span span_of(const Statement& s) const { return {file, s.begin, s.end}; }
  Span span_of(const Token& t) const { return {file, t.begin, t.end}; }
  // From the statement's begin to the end of the last that belongs to it.
  Span extent_of(std::uint32_t statement) const {
    const Statement& s = statements[statement];
    return {file, s.begin, statements[s.subtree_end - 1].end};
  }
};

// How a keyword is written; empty for other tokens.
std::string_view keyword_text(TokenKind kind);
std::string_view text(TokenKind kind);  // keywords: their text; else the label of a message

}  // namespace meso
