#include "compiler/explain/line_context.h"

#include <algorithm>

#include "base/text.h"
#include "compiler/model/reading.h"
#include "runtime/words_plan.h"

namespace meso {
namespace {

std::vector<int> weeks_of(const Block& block, std::uint32_t session) {
  std::vector<int> out;
  for (std::size_t week = 0; week < block.weeks.size(); ++week) {
    const auto& sessions = block.weeks[week].sessions;
    if (std::find(sessions.begin(), sessions.end(), session) != sessions.end())
      out.push_back(static_cast<int>(week) + 1);
  }
  return out;
}

// What stands in the line's own block before what was copied from it.
template <class Use>
void own_block_first(std::vector<Use>& uses, const Block* own) {
  std::stable_partition(uses.begin(), uses.end(), [&](const Use& use) { return use.block == own; });
}

template <class Visit>
void for_each_session(const Plan& plan, Visit visit) {
  for (const Block& block : plan.blocks)
    for (std::uint32_t s = 0; s < block.sessions.size(); ++s)
      visit(block, block.sessions[s], weeks_of(block, s));
}

}  // namespace

bool LineContext::is_at(SourceId source, std::uint32_t at) const {
  if (source.value == 0 || source.value >= model.sources.size()) return false;
  const Span span = model.span(source);
  return span.size() > 0 && tree.span_of(tree.statements[at]).contains(span);
}

std::optional<std::uint32_t> LineContext::ancestor(LineKind kind) const {
  for (std::uint32_t at = index;; at = tree.statements[at].parent) {
    if (tree.statements[at].kind == kind) return at;
    if (tree.statements[at].parent == at) return std::nullopt;
  }
}

bool LineContext::has_line(LineKind kind) const {
  return std::any_of(tree.statements.begin(), tree.statements.end(),
                     [&](const Statement& s) { return s.kind == kind; });
}

std::pair<int, int> LineContext::place() const {
  int number = 0, count = 0;
  for (std::uint32_t i = 0; i < tree.statements.size(); ++i) {
    const Statement& s = tree.statements[i];
    const bool siblings = s.parent == statement().parent ||
                          (s.parent == i && statement().parent == index);  // both at the top
    if (s.kind != statement().kind || !siblings) continue;
    ++count;
    if (i <= index) ++number;
  }
  return {number, count};
}

std::vector<std::string> LineContext::quoted_texts() const {
  std::vector<std::string> out;
  for (const Token& token : tree.tokens_of(statement())) {
    if (token.kind != TokenKind::quoted) continue;
    out.push_back(unquote(text.substr(token.begin, token.end - token.begin)));
  }
  return out;
}

std::vector<SessionUse> LineContext::sessions() const {
  std::vector<SessionUse> out;
  const auto at = ancestor(LineKind::session);
  if (!at) return out;
  for_each_session(plan, [&](const Block& b, const Session& session, std::vector<int> weeks) {
    if (is_at(session.source, *at)) out.push_back({&b, &session, std::move(weeks)});
  });
  own_block_first(out, block());
  return out;
}

std::vector<LineUse> LineContext::lines() const {
  std::vector<LineUse> out;
  const auto exercise = ancestor(LineKind::exercise);
  const auto at = exercise ? exercise : ancestor(LineKind::replace);
  if (!at) return out;
  for_each_session(plan, [&](const Block& b, const Session& session, std::vector<int> weeks) {
    for (const Line& line : session.lines)
      if (is_at(line.source, *at)) out.push_back({&b, &session, &line, weeks});
  });
  own_block_first(out, block());
  return out;
}

std::string weeks_text(const Block& block, const std::vector<int>& weeks) {
  const std::string noun(words::pass_noun(block));
  if (weeks.size() > 1 && weeks.size() == block.weeks.size()) return "every " + noun;
  return noun + (weeks.size() == 1 ? " " : "s ") + number_ranges(weeks);
}

}  // namespace meso
