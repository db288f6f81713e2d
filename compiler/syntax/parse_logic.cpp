#include "grammar/logic.hpp"

#include "compiler/syntax/line_parser.hpp"

namespace meso {

bool parse_logic_line(LineKind kind, LineInput line, ParsedLine& result) {
  using namespace grammar;
  switch (kind) {
    case LineKind::gate: return syntax::match_line<gate_line>(line, result);
    case LineKind::gate_clause: return syntax::match_line<gate_clause_line>(line, result);
    case LineKind::rule: return syntax::match_line<rule_line>(line, result);
    case LineKind::rule_clause: return syntax::match_line<rule_clause_line>(line, result);
    case LineKind::week: return syntax::match_line<week_changes_line>(line, result);
    default: return false;
  }
}

}  // namespace meso
