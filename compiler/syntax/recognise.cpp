// `recognise` of compiler/syntax/line_parser.h.
#include "compiler/syntax/line_kinds.h"
#include "compiler/syntax/line_parser.h"

namespace meso {

std::optional<LineKind> recognise(LineInput line, std::vector<Token>& tokens) {
  if (line.text.size() > kLongestLine) return std::nullopt;
  ParsedLine result{tokens};
  for (const LineKind kind : kinds_opened_by(first_word(line.text)))
    if (parse_line(kind, line, result)) return kind;
  if (parse_line(LineKind::exercise, line, result)) return LineKind::exercise;
  return std::nullopt;
}

}  // namespace meso
