#include "compiler/model/repeats.h"

#include <algorithm>
#include <utility>

#include "base/text.h"

namespace meso {
namespace {

const WrittenSession* find_session(const std::vector<WrittenSession>& sessions,
                                   std::string_view name) {
  const auto found = std::find_if(sessions.begin(), sessions.end(),
                                  [&](const WrittenSession& s) { return s.session.name == name; });
  return found == sessions.end() ? nullptr : &*found;
}

// A session keeps the gate that its own block gave it, unless its new block has one.
WrittenSession copy_of(const WrittenSession& session, const WrittenBlock& from,
                       const WrittenBlock& to) {
  WrittenSession copy = session;
  if (!to.gate && from.gate) copy.block_gate = from.gate;
  return copy;
}

struct Found {
  std::vector<WrittenSession> sessions;
  std::vector<WeekSessions> weeks;
  bool any = false;
};

Found copy_block(const WrittenBlock& from, const WrittenBlock& to) {
  Found out;
  out.any = true;
  for (const WrittenSession& s : from.sessions) out.sessions.push_back(copy_of(s, from, to));
  for (const WeekSessions& week : from.by_week) {
    out.weeks.push_back({week.week, {}});
    for (const WrittenSession& s : week.sessions)
      out.weeks.back().sessions.push_back(copy_of(s, from, to));
  }
  return out;
}

// This block's sessions first, then a block of that name, then sessions of the blocks above, then
// those of the libraries.
Found find_by_name(Reading& r, std::string_view name, Span span, const WrittenBlock& block,
                   const std::vector<WrittenSession>& here) {
  if (const WrittenSession* s = find_session(here, name)) return {{*s}, {}, true};
  std::vector<std::string_view> known;
  const auto above = [&](const WrittenBlock& other) {
    return other.block.name != block.block.name &&
           !(other.sessions.empty() && other.by_week.empty());
  };
  for (const WrittenBlock& other : r.model.blocks)
    if (above(other) && other.block.name == name) return copy_block(other, block);
  for (std::size_t i = r.model.blocks.size(); i > 0; --i) {
    const WrittenBlock& other = r.model.blocks[r.model.blocks.id_of(i - 1)];
    if (!above(other)) continue;
    if (const WrittenSession* s = find_session(other.sessions, name))
      return {{copy_of(*s, other, block)}, {}, true};
    known.push_back(other.block.name);
    for (const WrittenSession& s : other.sessions) known.push_back(s.session.name);
  }
  if (const WrittenSession* s = shared_session(r, name)) return {{*s}, {}, true};
  for (const SharedSession& s : r.shared_sessions) known.push_back(s.name);
  for (const WrittenSession& s : here) known.push_back(s.session.name);
  Diagnostic& d = r.report(kind::unknown_session, span, "nothing above is called " + quoted(name));
  suggest(d, span, nearest(name, known), true);
  d.advise(
      r.shared_sessions.empty()
          ? "`repeat` takes a session or a block that stands above it"
          : "`repeat` takes a session or a block that stands above it, or a library's session");
  return {};
}

Found find_week(Reading& r, TokenReader& t, const WrittenBlock& block) {
  const Token token = t.next();
  const int number = read_int(r, t, token, 1, 104, "a week's number");
  for (const WeekSessions& week : block.by_week)
    if (week.week == number) return {week.sessions, {}, true};
  r.report(kind::no_such_week, t.span(token),
           "week " + std::to_string(number) + " of this block isn't written above")
      .advise("`repeat week` takes a week of the same block");
  return {};
}

// The copies that a `replace`, `drop` or added exercise is about.
std::vector<WrittenSession*> affected(Found& found, const std::optional<std::string>& in_session) {
  std::vector<WrittenSession*> out;
  const auto add = [&](std::vector<WrittenSession>& sessions) {
    for (WrittenSession& s : sessions)
      if (!in_session || s.session.name == *in_session) out.push_back(&s);
  };
  add(found.sessions);
  for (WeekSessions& week : found.weeks) add(week.sessions);
  return out;
}

bool names(const WrittenLine& line, ExerciseId exercise) {
  return std::find(line.line.options.begin(), line.line.options.end(), exercise) !=
         line.line.options.end();
}

// Replacements are of the lines as repeated, so that two of them can exchange two exercises.
struct Editor {
  Reading& r;
  Found& found;
  std::vector<std::pair<const WrittenSession*, std::size_t>> replaced;
  bool has_own_wait = false;

  void run(std::uint32_t statement) {
    const Statement& s = r.tree->statements[statement];
    if (!s.ok) return;
    if (s.kind == LineKind::exercise) return add_exercise(statement);
    if (s.kind != LineKind::replace && s.kind != LineKind::drop) return set_detail(statement);
    TokenReader t = r.reader(s);
    const Token name = t.expect(TokenKind::replaced_name);
    const auto exercise = find_exercise(r, t.text(name), t.span(name));
    std::optional<std::string> in_session;
    if (t.take(TokenKind::kw_in)) {
      const Token session = t.next();
      in_session = unquote(t.text(session));
      if (affected(found, in_session).empty()) return report_session(*in_session, t.span(session));
    }
    if (!exercise) return;
    std::optional<WrittenLine> line;
    if (t.take(TokenKind::kw_with)) {
      line = read_exercise(r, t);
      if (!line) return;
      read_line_children(r, statement, *line);
    }
    if (!apply(*exercise, in_session, line))
      r.report(kind::unknown_exercise, t.span(name),
               "what is repeated holds no " + r.model.plan.exercises[*exercise].name +
                   (in_session ? " in " + quoted(*in_session) : ""))
          .advise("name an exercise of the repeated sessions");
  }

  // A day or a wait of the copy's own takes the place of those it was copied with.
  void set_detail(std::uint32_t statement) {
    const Statement& s = r.tree->statements[statement];
    const auto targets = affected(found, std::nullopt);
    if (targets.size() != 1) {
      r.report(kind::misplaced_line, r.tree->span_of(s),
               "this repeats several sessions: which one does this line mean?")
          .advise("repeat the sessions one by one");
      return;
    }
    WrittenSession& copy = *targets.front();
    if (s.kind == LineKind::on || s.kind == LineKind::prefer) {
      copy.session.on.clear();
      copy.session.prefer.clear();
    } else if (s.kind == LineKind::wait && !std::exchange(has_own_wait, true)) {
      copy.session.waits.clear();
    }
    read_session_detail(r, statement, r.tree->extent_of(s.parent), copy);
  }

  void report_session(const std::string& name, Span span) {
    std::vector<std::string> known;
    for (const WrittenSession* s : affected(found, std::nullopt))
      known.push_back(quoted(s->session.name));
    Diagnostic& d =
        r.report(kind::unknown_session, span, "what is repeated holds no session " + quoted(name));
    if (!known.empty()) d.advise("it holds " + join_and(known));
  }

  bool apply(ExerciseId exercise, const std::optional<std::string>& in_session,
             const std::optional<WrittenLine>& with) {
    bool any = false;
    for (WrittenSession* session : affected(found, in_session))
      for (std::size_t i = session->lines.size(); i > 0; --i) {
        const std::pair<const WrittenSession*, std::size_t> place{session, i - 1};
        if (!names(session->lines[i - 1], exercise) ||
            std::find(replaced.begin(), replaced.end(), place) != replaced.end())
          continue;
        any = true;
        if (!with) {
          session->lines.erase(session->lines.begin() + static_cast<std::ptrdiff_t>(i - 1));
          continue;
        }
        const std::string label = session->lines[i - 1].line.label;
        session->lines[i - 1] = *with;
        if (with->line.label.empty()) session->lines[i - 1].line.label = label;
        replaced.push_back(place);
      }
    return any;
  }

  void add_exercise(std::uint32_t statement) {
    const auto line = read_exercise_statement(r, statement);
    const auto targets = affected(found, std::nullopt);
    if (!line) return;
    if (targets.size() == 1) {
      targets.front()->lines.push_back(*line);
      return;
    }
    r.report(kind::misplaced_line, r.tree->span_of(r.tree->statements[statement]),
             "this repeats several sessions: which one gets the exercise?")
        .advise("repeat the sessions one by one, or write the exercise under a session");
  }
};

}  // namespace

std::vector<WrittenSession> read_repeat(Reading& r, std::uint32_t statement,
                                        const WrittenBlock& block,
                                        const std::vector<WrittenSession>& here,
                                        std::vector<WeekSessions>* weeks) {
  TokenReader t = r.reader(r.tree->statements[statement]);
  t.expect(TokenKind::kw_repeat);
  Found found;
  if (t.at(TokenKind::quoted)) {
    const Token name = t.next();
    found = find_by_name(r, unquote(t.text(name)), t.span(name), block, here);
  } else {
    t.take(TokenKind::kw_week);
    found = find_week(r, t, block);
  }
  if (!found.any) return {};
  if (t.take(TokenKind::kw_as)) {
    const Token name = t.next();
    if (found.sessions.size() == 1)
      found.sessions.front().session.name = read_text(r, t, name, "this session has no name");
    else
      r.report(kind::misplaced_line, t.span(name),
               "`as` names one session, but this repeats several")
          .advise("leave `as` out: each keeps its name");
  }
  const std::vector<Change> changes = t.done() ? std::vector<Change>() : read_changes(r, t);
  for (WrittenSession* s : affected(found, std::nullopt))
    s->changes.insert(s->changes.end(), changes.begin(), changes.end());
  Editor editor{r, found, {}, false};
  for_each_child(*r.tree, statement, [&](std::uint32_t child) { editor.run(child); });
  if (weeks != nullptr) *weeks = std::move(found.weeks);
  return std::move(found.sessions);
}

}  // namespace meso
