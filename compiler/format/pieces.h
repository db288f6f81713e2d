// What a line is made of when its blanks are left out.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "compiler/syntax/tree.h"

namespace meso {

// A token, or what stands between two tokens and leaves none: the dash of a range, the comma of a
// list, a word that the grammar only passes over.
struct Piece {
  enum class Kind : std::uint8_t { token, comma, dash, percent, word };
  Kind kind = Kind::word;
  TokenKind token = TokenKind::word;  // of a token
  std::string_view source;            // as the author wrote it
};

// A line that was read: its tokens, and its bytes [begin, end) of `text` without blanks round them.
struct ReadLine {
  std::span<const Token> tokens;
  std::string_view text;
  std::uint32_t begin = 0, end = 0;
};

// Puts the pieces of a line, its comment left out, in place of what `pieces` had.
void split(const ReadLine& line, std::vector<Piece>& pieces);
// The comment that ends the line, without blanks behind it; empty where there is none.
std::string_view comment_of(const ReadLine& line);

// Its canonical form: keywords as their table has them, pasted characters in their plain form, one
// blank between the words of a name. What stands between quotes is the author's.
void append_canonical(const Piece& piece, std::string& out);

}  // namespace meso
