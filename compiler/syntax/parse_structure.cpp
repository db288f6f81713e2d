#include "grammar/structure.hpp"

#include "compiler/syntax/line_parser.hpp"

namespace meso {

bool parse_structure_line(LineKind kind, LineInput line, ParsedLine& result) {
  using namespace grammar;
  switch (kind) {
    case LineKind::plan: return syntax::match_line<plan_line>(line, result);
    case LineKind::library: return syntax::match_line<library_line>(line, result);
    case LineKind::use: return syntax::match_line<use_line>(line, result);
    case LineKind::starts: return syntax::match_line<starts_line>(line, result);
    case LineKind::event: return syntax::match_line<event_line>(line, result);
    case LineKind::missed: return syntax::match_line<missed_line>(line, result);
    case LineKind::own_exercise: return syntax::match_line<own_exercise_line>(line, result);
    case LineKind::by: return syntax::match_line<by_line>(line, result);
    case LineKind::level: return syntax::match_line<level_line>(line, result);
    case LineKind::units: return syntax::match_line<units_line>(line, result);
    case LineKind::guidelines: return syntax::match_line<guidelines_line>(line, result);
    case LineKind::purpose: return syntax::match_line<purpose_line>(line, result);
    case LineKind::round: return syntax::match_line<round_line>(line, result);
    case LineKind::input: return syntax::match_line<input_line>(line, result);
    case LineKind::familiar: return syntax::match_line<familiar_line>(line, result);
    case LineKind::goal: return syntax::match_line<goal_line>(line, result);
    case LineKind::track: return syntax::match_line<track_line>(line, result);
    case LineKind::signal: return syntax::match_line<signal_line>(line, result);
    case LineKind::follow: return syntax::match_line<follow_line>(line, result);
    case LineKind::returns: return syntax::match_line<return_line>(line, result);
    case LineKind::block: return syntax::match_line<block_line>(line, result);
    case LineKind::session: return syntax::match_line<session_line>(line, result);
    case LineKind::on: return syntax::match_line<on_line>(line, result);
    case LineKind::prefer: return syntax::match_line<prefer_line>(line, result);
    case LineKind::wait: return syntax::match_line<wait_line>(line, result);
    case LineKind::repeat: return syntax::match_line<repeat_line>(line, result);
    case LineKind::note: return syntax::match_line<note_line>(line, result);
    case LineKind::allow: return syntax::match_line<allow_line>(line, result);
    default: return false;
  }
}

bool parse_line(LineKind kind, LineInput line, ParsedLine& result) {
  switch (kind) {
    case LineKind::exercise:
    case LineKind::warm_up:
    case LineKind::replace:
    case LineKind::drop:
    case LineKind::week_sets:
    case LineKind::stage:
    case LineKind::scheme: return parse_prescription_line(kind, line, result);
    case LineKind::gate:
    case LineKind::gate_clause:
    case LineKind::rule:
    case LineKind::rule_clause:
    case LineKind::week: return parse_logic_line(kind, line, result);
    default: return parse_structure_line(kind, line, result);
  }
}

}  // namespace meso
