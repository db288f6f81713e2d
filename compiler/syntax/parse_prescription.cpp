#include "grammar/prescription.hpp"

#include "compiler/syntax/line_parser.hpp"

namespace meso {

bool parse_prescription_line(LineKind kind, LineInput line, ParsedLine& result) {
  using namespace grammar;
  switch (kind) {
    case LineKind::exercise: return syntax::match_line<exercise_line>(line, result);
    case LineKind::warm_up: return syntax::match_line<warm_up_line>(line, result);
    case LineKind::replace: return syntax::match_line<replace_line>(line, result);
    case LineKind::drop: return syntax::match_line<drop_line>(line, result);
    case LineKind::week_sets: return syntax::match_line<week_sets_line>(line, result);
    case LineKind::stage: return syntax::match_line<stage_line>(line, result);
    case LineKind::scheme: return syntax::match_line<scheme_line>(line, result);
    default: return false;
  }
}

bool holds_prescription(std::string_view text) {
  syntax::Input in(text.data(), text.data() + text.size(), "");
  return syntax::p::parse<grammar::holds_prescription>(in);
}

}  // namespace meso
