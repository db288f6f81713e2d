#include "compiler/format/pieces.h"

#include <algorithm>
#include <array>

#include "base/text.h"

namespace meso {
namespace {

using K = TokenKind;

// Every way to write `-` that grammar/terminals.hpp accepts.
constexpr std::array<std::string_view, 5> kDashes = {"-", "\u2013", "\u2014", "\u2212", ".."};

std::size_t dash_length(std::string_view text) {
  for (const std::string_view dash : kDashes)
    if (text.starts_with(dash)) return dash.size();
  return 0;
}

// The part of a gap that starts here; `gap` is neither empty nor begins with a blank.
Piece next_in_gap(std::string_view gap) {
  if (gap[0] == ',') return {Piece::Kind::comma, K::word, gap.substr(0, 1)};
  if (gap[0] == '%') return {Piece::Kind::percent, K::word, gap.substr(0, 1)};
  const std::size_t dash = dash_length(gap);
  const bool is_arrow = dash > 0 && gap.substr(dash).starts_with('>');
  if (dash > 0 && !is_arrow) return {Piece::Kind::dash, K::word, gap.substr(0, dash)};
  std::size_t end = std::max<std::size_t>(dash, 1);
  while (end < gap.size() && blank_length(gap, end) == 0 && gap[end] != ',') ++end;
  return {Piece::Kind::word, K::word, gap.substr(0, end)};
}

void split_gap(std::string_view gap, std::vector<Piece>& pieces) {
  while (!gap.empty()) {
    if (const std::size_t blank = blank_length(gap, 0)) {
      gap.remove_prefix(blank);
      continue;
    }
    pieces.push_back(next_in_gap(gap));
    gap.remove_prefix(pieces.back().source.size());
  }
}

void append_lower(std::string_view text, std::string& out) {
  for (const char c : text) out.push_back(to_lower(c));
}

void append_folded(std::string_view text, std::string& out) {
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t blank = blank_length(text, at);
    if (blank == 0)
      out.push_back(text[at++]);
    else
      out.push_back(' ');
    while (blank > 0 && at < text.size() && blank_length(text, at) > 0)
      at += blank_length(text, at);
  }
}

void append_quoted(std::string_view text, std::string& out) {
  text.remove_prefix(code_point_length(text, 0));
  std::size_t last = text.size() - 1;  // of the closing mark's bytes, its first
  while ((static_cast<unsigned char>(text[last]) & 0xC0u) == 0x80u) --last;
  out.push_back('"');
  out += text.substr(0, last);
  out.push_back('"');
}

// `3–1–x–0`; the explosive part is written `X`, as on every sheet.
void append_tempo(std::string_view text, std::string& out) {
  while (!text.empty()) {
    const std::size_t dash = dash_length(text);
    out.push_back(dash > 0 ? '-' : text[0] == 'x' ? 'X' : text[0]);
    text.remove_prefix(std::max<std::size_t>(dash, 1));
  }
}

void append_rep_max(std::string_view text, std::string& out) {
  out += text.substr(0, text.size() - 2);
  out += "RM";
}

// What this token is always written as, or nothing where that is up to the author.
std::string_view fixed_text(const Piece& piece) {
  switch (piece.token) {
    case K::times_sign: return "x";
    case K::minus_sign: return "-";
    case K::plus_or_minus: return piece.source == "+" ? "+" : "-";
    case K::arrow: return "->";
    case K::op_at_least: return ">=";
    case K::op_at_most: return "<=";
    default: return keyword_text(piece.token);
  }
}

void append_token(const Piece& piece, std::string& out) {
  switch (piece.token) {
    case K::quoted: return append_quoted(piece.source, out);
    case K::tempo_value: return append_tempo(piece.source, out);
    case K::n_rm: return append_rep_max(piece.source, out);
    default: break;
  }
  const std::string_view fixed = fixed_text(piece);
  if (!fixed.empty())
    out += fixed;
  else
    append_folded(piece.source, out);
}

}  // namespace

void split(const ReadLine& line, std::vector<Piece>& pieces) {
  pieces.clear();
  std::uint32_t at = line.begin;
  for (const Token& token : line.tokens) {
    split_gap(line.text.substr(at, token.begin - at), pieces);
    if (token.kind == K::comment) return;
    const std::string_view source = line.text.substr(token.begin, token.end - token.begin);
    pieces.push_back({Piece::Kind::token, token.kind, source});
    at = token.end;
  }
  split_gap(line.text.substr(at, line.end - at), pieces);
}

std::string_view comment_of(const ReadLine& line) {
  if (line.tokens.empty() || line.tokens.back().kind != K::comment) return {};
  const Token& comment = line.tokens.back();
  return without_blanks_behind(line.text.substr(comment.begin, comment.end - comment.begin));
}

void append_canonical(const Piece& piece, std::string& out) {
  switch (piece.kind) {
    case Piece::Kind::comma: return out.push_back(',');
    case Piece::Kind::dash: return out.push_back('-');
    case Piece::Kind::percent: return out.push_back('%');
    case Piece::Kind::word: return append_lower(piece.source, out);
    case Piece::Kind::token: return append_token(piece, out);
  }
}

}  // namespace meso
