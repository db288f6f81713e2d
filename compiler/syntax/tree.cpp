#include "compiler/syntax/tree.h"

namespace meso {

std::string_view keyword_text(TokenKind kind) {
  switch (kind) {
#define MESO_KEYWORD(rule, words) \
  case TokenKind::rule:           \
    return words;
#include "grammar/keywords.def"
#undef MESO_KEYWORD
    // Keywords with a rule of their own in grammar/*.hpp.
    case TokenKind::kw_rir: return "RIR";
    case TokenKind::kw_rpe: return "RPE";
    case TokenKind::kw_test: return "test";
    default: return "";
  }
}

std::string_view text(TokenKind kind) {
  switch (kind) {
#define MESO_KEYWORD(rule, words) \
  case TokenKind::rule:           \
    return words;
#include "grammar/keywords.def"
#undef MESO_KEYWORD
#define MESO_TOKEN(rule, label) \
  case TokenKind::rule:         \
    return label;
#include "compiler/syntax/tokens.def"
#undef MESO_TOKEN
  }
  return "";
}

}  // namespace meso
