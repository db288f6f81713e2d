#include "compiler/explain/explain_line.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "compiler/explain/line_context.h"
#include "compiler/syntax/line_kinds.h"

namespace meso {
namespace {

using K = LineKind;

struct Row {
  LineKind kind;
  Explain explain;
};

// A row for each kind of line.
constexpr std::array kExplainers = std::to_array<Row>({
    {K::plan, explain_plan},
    {K::library, explain_library},
    {K::use, explain_use},
    {K::by, explain_by},
    {K::level, explain_level},
    {K::units, explain_units},
    {K::guidelines, explain_guidelines},
    {K::starts, explain_starts},
    {K::purpose, explain_purpose},
    {K::round, explain_round},
    {K::input, explain_input},
    {K::familiar, explain_familiar},
    {K::goal, explain_goal},
    {K::track, explain_track},
    {K::signal, explain_signal},
    {K::event, explain_event},
    {K::missed, explain_missed},
    {K::own_exercise, explain_own_exercise},
    {K::follow, explain_follow},
    {K::gate, explain_gate},
    {K::gate_clause, explain_gate_clause},
    {K::rule, explain_rule},
    {K::rule_clause, explain_rule_clause},
    {K::scheme, explain_scheme},
    {K::stage, explain_stage},
    {K::returns, explain_return},
    {K::block, explain_block},
    {K::week, explain_week},
    {K::week_sets, explain_week_sets},
    {K::session, explain_session},
    {K::on, explain_on},
    {K::prefer, explain_prefer},
    {K::wait, explain_wait},
    {K::repeat, explain_repeat},
    {K::replace, explain_replace},
    {K::drop, explain_drop},
    {K::exercise, explain_exercise},
    {K::warm_up, explain_warm_up},
    {K::note, explain_note},
    {K::allow, explain_allow},
});

const Row* row_of(LineKind kind) {
  const auto found = std::find_if(kExplainers.begin(), kExplainers.end(),
                                  [&](const Row& row) { return row.kind == kind; });
  return found == kExplainers.end() ? nullptr : &*found;
}

bool says_something(const Statement& s) {
  return s.kind != K::blank && s.kind != K::comment && s.kind != K::unknown;
}

// The line below where both are equally near: a comment stands above what it is about.
const Statement* nearest_statement(const Tree& tree, std::uint32_t line) {
  const Statement* best = nullptr;
  const auto distance = [&](const Statement& s) {
    return s.line > line ? s.line - line : line - s.line;
  };
  for (const Statement& s : tree.statements)
    if (says_something(s) && (best == nullptr || distance(s) <= distance(*best))) best = &s;
  return best;
}

Explanation explain_nothing(const ExplainRequest& request, bool comment, std::uint32_t line) {
  Explanation out{comment ? "a comment" : "a blank line", {}, {}, {}};
  out.sentences.push_back(comment ? "It is for you and means nothing to the plan: never printed, "
                                    "unlike a `note`."
                                  : "It means nothing: blank lines are for the eye.");
  if (const Statement* near = nearest_statement(request.tree, line))
    out.sentences.push_back("The nearest line that says something is line " +
                            std::to_string(near->line + 1) + ": " +
                            std::string(request.text.substr(near->begin, near->end - near->begin)));
  return out;
}

}  // namespace

bool has_explainer(LineKind kind) { return row_of(kind) != nullptr; }

Explanation explain_line(const ExplainRequest& request, std::uint32_t line) {
  const auto& statements = request.tree.statements;
  const auto found = std::find_if(statements.begin(), statements.end(),
                                  [&](const Statement& s) { return s.line == line; });
  if (found == statements.end()) return explain_nothing(request, false, line);
  const Row* row = row_of(found->kind);
  if (row == nullptr) return explain_nothing(request, found->kind == K::comment, line);
  Explanation out{std::string(info(found->kind).name), {}, {}, {}};
  const auto index = static_cast<std::uint32_t>(found - statements.begin());
  if (found->ok) row->explain(LineContext(request, index), out);
  // What the model made nothing of still is a line of its kind.
  if (out.sentences.empty())
    out.sentences.push_back("It " + std::string(info(found->kind).meaning) + ".");
  if (request.model.is_library)
    out.defaults.push_back(
        "this is a library: what a plan makes of the line is known where it is used");
  return out;
}

}  // namespace meso
