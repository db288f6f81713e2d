#include <algorithm>
#include <utility>

#include "base/text.h"
#include "compiler/model/reading.h"
#include "compiler/model/repeats.h"

namespace meso {
namespace {

constexpr std::size_t kMostSessions = 40;
constexpr int kMostExercises = 40, kMostWeeks = 104;

std::optional<GateId> read_gate_use(Reading& r, TokenReader& t) {
  if (!t.take(TokenKind::kw_if)) return std::nullopt;
  const Token name = t.next();
  return find_gate(r, t.text(name), t.span(name));
}

void read_block_items(Reading& r, TokenReader& t, Block& block) {
  bool has_sessions = false, has_runs = false, has_kind = false;
  while (t.take(TokenKind::comma)) {
    const Token item = t.peek();
    bool& given = item.kind == TokenKind::sessions_number ? has_sessions
                  : item.kind == TokenKind::run_count     ? has_runs
                                                          : has_kind;
    if (std::exchange(given, true))
      r.report(kind::given_twice, t.span(item), "this is given twice for the block")
          .advise("keep one of them");
    if (const auto n = t.take_token(TokenKind::sessions_number)) {
      block.sessions_per_week = read_int(r, t, *n, 1, 7, "sessions a week");
      t.take(TokenKind::kw_sessions_a_week);
    } else if (const auto runs = t.take_token(TokenKind::run_count)) {
      block.times = read_int(r, t, *runs, 1, 52, "a block's runs");
      t.take(TokenKind::kw_times);
    } else if (t.take(TokenKind::kw_deload)) {
      block.kind = WeekKind::deload;
    } else if (t.take(TokenKind::kw_push)) {
      block.kind = WeekKind::push;
    } else if (t.take(TokenKind::kw_test)) {
      block.kind = WeekKind::test;
    }
  }
}

void read_block_header(Reading& r, TokenReader& t, WrittenBlock& w) {
  t.expect(TokenKind::quoted);
  const std::size_t errors = r.sink.all().size();
  w.block.length = read_range(r, t, TokenKind::block_length, TokenKind::block_length_high, 1,
                              kMostWeeks, "a block's length");
  r.weeks_here = errors == r.sink.all().size() ? w.block.length.high : kMostWeeks;
  w.block.rotations = !t.take(TokenKind::kw_weeks) && !t.take(TokenKind::kw_week);
  t.take(TokenKind::kw_rotations);
  read_block_items(r, t, w.block);
  w.gate = read_gate_use(r, t);
}

void read_days(Reading& r, TokenReader& t, std::vector<Weekday>& days) {
  t.next();
  while (t.at(TokenKind::day_name)) {
    if (const auto day = read_weekday(r, t)) days.push_back(*day);
    t.take(TokenKind::comma);
  }
}

std::optional<int> read_wait_days(Reading& r, TokenReader& t) {
  const Token first = t.peek();
  const Quantity q = read_quantity(r, t);
  const Span span = t.span_since(first);
  if (!check_unit(r, q, span, {Unit::days, Unit::hours, Unit::weeks}, "a wait"))
    return std::nullopt;
  if (!check_single(r, q, span, "a wait")) return std::nullopt;
  const auto days = days_in(q.low, q.unit);
  if (days && *days <= 60) return days;
  r.report(kind::out_of_range, span, "a session can't wait " + text(q))
      .advise("a wait is at most 60 days");
  return std::nullopt;
}

Wait::After read_after(Reading& r, TokenReader& t) {
  const Token token = t.next();
  if (token.kind == TokenKind::kw_last_session) return Wait::LastSession{};
  if (token.kind == TokenKind::quoted) {
    r.awaited_sessions.emplace_back(unquote(t.text(token)), t.span(token));
    return Wait::AfterSession{r.awaited_sessions.back().first};
  }
  const auto group = find_group(r, t.text(token), t.span(token));
  return group ? Wait::After(*group) : Wait::After(Wait::OwnGroups{});
}

void read_events(Reading& r, TokenReader& t, Wait& wait) {
  do {
    const Token token = t.next();
    r.awaited_events.emplace_back(unquote(t.text(token)), t.span(token));
    wait.after.push_back(Wait::BeforeEvent{r.awaited_events.back().first});
  } while (t.take(TokenKind::comma));
  if (wait.at_most_days)
    r.report(kind::idle_change, t.span(), "`at most` can't keep a session clear of an event")
        .advise("write how long before it the session must be: at least 2 days before ...");
}

Wait read_wait(Reading& r, TokenReader& t) {
  Wait wait;
  if (t.take(TokenKind::kw_at_least)) wait.at_least_days = read_wait_days(r, t);
  t.take(TokenKind::kw_and);
  if (t.take(TokenKind::kw_at_most)) wait.at_most_days = read_wait_days(r, t);
  if (t.take(TokenKind::kw_after)) {
    do {
      wait.after.push_back(read_after(r, t));
    } while (t.take(TokenKind::comma));
  }
  if (t.take(TokenKind::kw_before)) read_events(r, t, wait);
  if (wait.after.empty()) wait.after.emplace_back(Wait::OwnGroups{});
  if (wait.at_least_days && wait.at_most_days && *wait.at_most_days < *wait.at_least_days)
    r.report(kind::reversed_range, t.span(),
             "this session may start after " + std::to_string(*wait.at_least_days) +
                 " days, but must by " + std::to_string(*wait.at_most_days))
        .advise("the `at most` can't be shorter than the `at least`");
  wait.source = r.source(t.span());
  return wait;
}

WarmUp read_warm_up(Reading& r, TokenReader& t, std::optional<ExerciseId> percent_of) {
  t.expect(TokenKind::kw_warm_up);
  if (t.take(TokenKind::kw_auto)) return {true, {}};
  return {false, read_prescription(r, t, percent_of)};
}

void check_week_numbers(Reading& r, Span span, Range weeks) {
  if (r.weeks_here == 0 || weeks.high <= r.weeks_here) return;
  r.report(kind::no_such_week, span,
           "this block has " + counted(r.weeks_here, "week") + ", so there is no week " +
               std::to_string(weeks.high))
      .advise("make the block longer, or the week's number smaller");
}

void read_line_week(Reading& r, TokenReader& t, WrittenLine& line) {
  WeekSets week = read_week_sets(r, t, line.percent_of);
  check_week_numbers(r, t.span(), week.weeks);
  add_week_sets(r, t.span(), line.weeks, std::move(week));
}

// `warm up auto` above the exercises is for each of them.
void read_session_warm_up(Reading& r, TokenReader& t, WrittenSession& w) {
  w.warm_up = read_warm_up(r, t, std::nullopt).automatic;
  if (!w.warm_up)
    r.report(kind::misplaced_line, t.span(), "the sets of a warm-up belong under their exercise")
        .advise("write `warm up auto` here, or these sets below the exercise");
}

void read_session_child(Reading& r, std::uint32_t statement, std::uint32_t parent,
                        WrittenSession& w) {
  const Statement& s = r.tree->statements[statement];
  if (!s.ok) return;
  if (s.kind != LineKind::exercise) {
    read_session_detail(r, statement, r.tree->extent_of(parent), w);
    return;
  }
  if (auto line = read_exercise_statement(r, statement)) w.lines.push_back(std::move(*line));
}

void check_session(Reading& r, std::uint32_t statement) {
  const Statement& s = r.tree->statements[statement];
  int exercises = 0;
  for_each_child(*r.tree, statement, [&](std::uint32_t child) {
    exercises += r.tree->statements[child].kind == LineKind::exercise ? 1 : 0;
  });
  if (exercises == 0 && !holds_unread(*r.tree, statement))
    r.report(kind::empty_session, r.tree->span_of(s), "this session has no exercises")
        .advise("write its exercises below it, one a line: back squat 3x6-8 @ RIR 2");
  if (exercises > kMostExercises)
    r.report(kind::too_many, r.tree->span_of(s),
             "this session has " + std::to_string(exercises) + " exercises")
        .advise("a session holds at most " + std::to_string(kMostExercises));
}

void give_warm_ups(WrittenSession& w) {
  for (WrittenLine& line : w.lines)
    if (!line.line.warm_up) line.line.warm_up = WarmUp{true, {}};
}

}  // namespace

WrittenSession read_session(Reading& r, std::uint32_t statement) {
  const Statement& s = r.tree->statements[statement];
  WrittenSession w;
  w.session.source = r.source(r.tree->span_of(s));
  if (s.ok) {
    TokenReader t = r.reader(s);
    w.session.name = read_text(r, t, t.expect(TokenKind::quoted), "this session has no name");
    t.take(TokenKind::comma);
    w.session.recovery = t.take(TokenKind::kw_recovery);
    w.session.gate = read_gate_use(r, t);
  }
  for_each_child(*r.tree, statement,
                 [&](std::uint32_t child) { read_session_child(r, child, statement, w); });
  check_session(r, statement);
  if (w.warm_up) give_warm_ups(w);
  return w;
}

namespace {

void add_session(Reading& r, std::vector<WrittenSession>& sessions, WrittenSession fresh) {
  if (sessions.size() > kMostSessions) return;  // that they are too many is reported with the block
  const auto other = std::find_if(sessions.begin(), sessions.end(), [&](const WrittenSession& s) {
    return !s.session.name.empty() && s.session.name == fresh.session.name;
  });
  if (other != sessions.end())
    r.report(kind::duplicate_name, r.model.span(fresh.session.source),
             "two sessions of this block are called " + quoted(fresh.session.name))
        .also(r.model.span(other->session.source), "first here")
        .advise("give one another name, or write: repeat " + quoted(fresh.session.name) +
                " as \"...\"");
  sessions.push_back(std::move(fresh));
}

WeekSessions read_week_sessions(Reading& r, std::uint32_t statement, const WrittenBlock& block,
                                int week) {
  WeekSessions out;
  out.week = week;
  for_each_child(*r.tree, statement, [&](std::uint32_t child) {
    const Statement& s = r.tree->statements[child];
    if (s.kind == LineKind::session)
      add_session(r, out.sessions, read_session(r, child));
    else if (s.kind == LineKind::repeat && s.ok)
      for (WrittenSession& copy : read_repeat(r, child, block, out.sessions))
        add_session(r, out.sessions, std::move(copy));
  });
  return out;
}

bool has_children(const Tree& tree, std::uint32_t statement) {
  bool any = false;
  for_each_child(tree, statement, [&](std::uint32_t) { any = true; });
  return any || holds_unread(tree, statement);
}

// The sessions of one week are written in one place.
bool is_written(Reading& r, const WrittenBlock& w, Span span, Range weeks) {
  for (const WeekSessions& other : w.by_week) {
    if (other.week < weeks.low || other.week > weeks.high) continue;
    r.report(kind::given_twice, span,
             "the sessions of week " + std::to_string(other.week) + " stand twice")
        .advise("write all of a week's sessions below one `week` line");
    return true;
  }
  return false;
}

// One week is a deload or a push, not both.
void check_week_kind(Reading& r, const WrittenBlock& w, Span span, const WeekLine& line) {
  for (const WeekLine& other : w.week_lines) {
    const int week = std::max(other.weeks.low, line.weeks.low);
    if (!line.kind || !other.kind || line.kind == other.kind ||
        week > std::min(other.weeks.high, line.weeks.high))
      continue;
    r.report(kind::given_twice, span, "week " + std::to_string(week) + " is of two kinds")
        .also(r.model.span(other.source), "the other")
        .advise("keep one of them");
    return;
  }
}

void read_block_week(Reading& r, std::uint32_t statement, WrittenBlock& w) {
  TokenReader t = r.reader(r.tree->statements[statement]);
  WeekLine line = read_week_line(r, t);
  check_week_numbers(r, t.span(), line.weeks);
  if (!has_children(*r.tree, statement)) {
    if (!line.kind && line.changes.empty())
      r.report(kind::empty_section, t.span(), "this week line says nothing of the week")
          .advise("write its sessions below it, or what it changes: week " +
                  std::to_string(line.weeks.low) + " RIR + 1");
    check_week_kind(r, w, t.span(), line);
    w.week_lines.push_back(std::move(line));
    return;
  }
  if (is_written(r, w, t.span(), line.weeks)) return;
  for (int week = line.weeks.low; week <= line.weeks.high; ++week)
    w.by_week.push_back(read_week_sessions(r, statement, w, week));
}

void read_block_child(Reading& r, std::uint32_t statement, std::uint32_t parent, WrittenBlock& w) {
  const Statement& s = r.tree->statements[statement];
  if (s.kind == LineKind::session) return add_session(r, w.sessions, read_session(r, statement));
  if (!s.ok) return;
  TokenReader t = r.reader(s);
  switch (s.kind) {
    case LineKind::follow:
      if (auto call = read_call(r, t)) w.block.follows.push_back(std::move(*call));
      break;
    case LineKind::week: read_block_week(r, statement, w); break;
    case LineKind::missed: read_missed(r, statement); break;
    case LineKind::repeat: {
      std::vector<WeekSessions> weeks;
      for (WrittenSession& copy : read_repeat(r, statement, w, w.sessions, &weeks))
        add_session(r, w.sessions, std::move(copy));
      std::move(weeks.begin(), weeks.end(), std::back_inserter(w.by_week));
      break;
    }
    default: read_note_or_allow(r, s, w.block.notes, r.tree->extent_of(parent)); break;
  }
}

void check_block(Reading& r, std::uint32_t statement, const WrittenBlock& w) {
  const Statement& s = r.tree->statements[statement];
  bool broken = holds_unread(*r.tree, statement);  // a repeat that gave nothing is reported itself
  for_each_child(*r.tree, statement, [&](std::uint32_t child) {
    broken = broken || r.tree->statements[child].kind == LineKind::repeat;
  });
  if (w.sessions.empty() && w.by_week.empty() && !broken)
    r.report(kind::empty_section, r.tree->span_of(s), "this block has no sessions")
        .advise("write below it, for example: session \"A\"");
  std::size_t sessions = w.sessions.size();
  for (const WeekSessions& week : w.by_week) sessions = std::max(sessions, week.sessions.size());
  if (sessions > kMostSessions)
    r.report(kind::too_many, r.tree->span_of(s),
             "this block has more than " + std::to_string(kMostSessions) + " sessions")
        .advise("a week holds at most " + std::to_string(kMostSessions) + " sessions");
}

}  // namespace

void read_line_children(Reading& r, std::uint32_t statement, WrittenLine& line) {
  for_each_child(*r.tree, statement, [&](std::uint32_t child) {
    const Statement& s = r.tree->statements[child];
    if (!s.ok) return;
    TokenReader t = r.reader(s);
    if (s.kind == LineKind::week_sets)
      read_line_week(r, t, line);
    else if (s.kind == LineKind::warm_up)
      line.line.warm_up = read_warm_up(r, t, line.percent_of);
    else
      read_note_or_allow(r, s, line.line.notes, r.tree->extent_of(statement));
  });
}

bool read_session_detail(Reading& r, std::uint32_t statement, Span covers, WrittenSession& w) {
  const Statement& s = r.tree->statements[statement];
  TokenReader t = r.reader(s);
  switch (s.kind) {
    case LineKind::on: read_days(r, t, w.session.on); return true;
    case LineKind::prefer: read_days(r, t, w.session.prefer); return true;
    case LineKind::wait: w.session.waits.push_back(read_wait(r, t)); return true;
    case LineKind::warm_up: read_session_warm_up(r, t, w); return true;
    case LineKind::missed: read_missed(r, statement); return true;
    case LineKind::note:
    case LineKind::allow: read_note_or_allow(r, s, w.session.notes, covers); return true;
    default: return false;
  }
}

std::optional<WrittenLine> read_exercise_statement(Reading& r, std::uint32_t statement) {
  TokenReader t = r.reader(r.tree->statements[statement]);
  auto line = read_exercise(r, t);
  if (line) read_line_children(r, statement, *line);
  return line;
}

WeekLine read_week_line(Reading& r, TokenReader& t) {
  WeekLine line;
  line.weeks = read_range(r, t, TokenKind::week_number, TokenKind::week_number_high, 1, 104,
                          "a week's number");
  if (t.take(TokenKind::kw_deload))
    line.kind = WeekKind::deload;
  else if (t.take(TokenKind::kw_push))
    line.kind = WeekKind::push;
  else if (t.take(TokenKind::kw_test))
    line.kind = WeekKind::test;
  if (!t.done()) line.changes = read_changes(r, t);
  line.source = r.source(t.span());
  return line;
}

void read_note_or_allow(Reading& r, const Statement& s, std::vector<std::string>& notes,
                        Span covers) {
  if (s.kind != LineKind::note && s.kind != LineKind::allow) return;
  TokenReader t = r.reader(s);
  if (s.kind == LineKind::note) {
    notes.push_back(read_text(r, t, t.expect(TokenKind::quoted), "this note is empty"));
    return;
  }
  Allow allow;
  const Token name = t.expect(TokenKind::guideline_name);
  allow.guideline = lower(t.text(name));
  allow.reason = read_text(r, t, t.expect(TokenKind::quoted), "this `allow` gives no reason");
  if (t.take(TokenKind::kw_until))
    if (const auto date = read_date(r, t)) allow.until = text(*date);
  allow.source = r.source(t.span(name));
  r.model.allow_scopes.push_back(
      {static_cast<std::uint32_t>(r.model.plan.allows.size()), covers, t.span()});
  r.model.plan.allows.push_back(std::move(allow));
}

void read_block(Reading& r, std::uint32_t statement, BlockId id) {
  const Statement& s = r.tree->statements[statement];
  WrittenBlock w = r.model.blocks[id];
  r.weeks_here = 0;
  if (s.ok) {
    TokenReader t = r.reader(s);
    read_block_header(r, t, w);
  }
  for_each_child(*r.tree, statement,
                 [&](std::uint32_t child) { read_block_child(r, child, statement, w); });
  check_block(r, statement, w);
  r.model.blocks[id] = std::move(w);
}

}  // namespace meso
