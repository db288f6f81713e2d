#include "compiler/model/check_whole.h"

#include <algorithm>

#include "base/text.h"
#include "runtime/edition.h"
#include "runtime/queue.h"

namespace meso {
namespace {

constexpr int kMostWeeks = 104;

// A plan of a head alone: nothing to train.
void report_no_blocks(Reading& r, const Statement& plan) {
  if (r.sink.has_errors()) return;  // the block may be the line that couldn't be read
  r.report(kind::empty_section, r.tree->span_of(plan), "this plan has no blocks")
      .advise(
          "write what is trained below its head: block \"Accumulation\" 5 weeks, then session "
          "\"A\", then its exercises");
}

void check_plan_line(Reading& r) {
  const Statement* first = nullptr;
  for (const Statement& s : r.tree->statements) {
    if (s.kind == LineKind::plan) {
      if (r.model.blocks.size() == 0) report_no_blocks(r, s);
      return;
    }
    if (first == nullptr && s.kind != LineKind::blank && s.kind != LineKind::comment) first = &s;
  }
  if (first == nullptr)
    r.report(kind::empty_plan, {r.tree->file, 0, 0}, "this file holds no plan")
        .advise("a plan starts with its name: plan \"Four days\"")
        .advise(
            "then come its head, its gates and rules, and blocks of sessions: see "
            "docs/language.md");
  else if (!r.sink.has_errors() || first->ok)
    r.report(kind::missing_plan_line, r.tree->span_of(*first), "the plan has no name yet")
        .label("the plan starts here")
        .advise("write above it: plan \"NAME\"")
        .fix({"add a plan line",
              {r.tree->file, first->begin, first->begin},
              "plan \"Untitled\"\n",
              false});
}

void check_length(Reading& r) {
  int weeks = 0;
  for (const WrittenBlock& w : r.model.blocks) {
    const int before = weeks;
    weeks += w.block.length.high * w.block.times;
    if (before > kMostWeeks || weeks <= kMostWeeks) continue;
    r.report(kind::too_many, r.model.span(w.block.source),
             "with this block the plan runs for " + std::to_string(weeks) + " weeks")
        .advise("a plan holds at most " + std::to_string(kMostWeeks) + " weeks: two years");
    return;
  }
}

// `after "Lower A"` may name any session of the plan.
void check_awaited_sessions(Reading& r) {
  std::vector<std::string_view> known;
  const auto add = [&](const std::vector<WrittenSession>& sessions) {
    for (const WrittenSession& s : sessions)
      if (std::find(known.begin(), known.end(), s.session.name) == known.end())
        known.push_back(s.session.name);
  };
  for (const WrittenBlock& w : r.model.blocks) {
    add(w.sessions);
    for (const WeekSessions& week : w.by_week) add(week.sessions);
  }
  for (const auto& [name, span] : r.awaited_sessions) {
    if (std::find(known.begin(), known.end(), name) != known.end()) continue;
    Diagnostic& d = r.report(kind::unknown_session, span,
                             "there is no session " + quoted(name) + " in this plan");
    suggest(d, span, nearest(name, known), true);
    d.advise("a wait names a session of the plan, a muscle group or `last session`");
  }
}

// `before "Match"` may name any event of the plan.
void check_awaited_events(Reading& r) {
  std::vector<std::string_view> known;
  for (const Event& event : r.model.plan.events) known.push_back(event.name);
  for (const auto& [name, span] : r.awaited_events) {
    if (std::find(known.begin(), known.end(), name) != known.end()) continue;
    Diagnostic& d =
        r.report(kind::unknown_event, span, "there is no event " + quoted(name) + " in this plan");
    suggest(d, span, nearest(name, known), true);
    d.advise("write it in the plan's head: event " + quoted(name) + " on Sat");
  }
}

// An event before the plan's first day is one that no athlete of this plan will see.
void check_past_events(Reading& r) {
  if (!r.model.plan.starts) return;
  for (const Event& event : r.model.plan.events) {
    const auto* date = std::get_if<Date>(&event.when);
    if (date == nullptr || *date >= *r.model.plan.starts) continue;
    r.report(kind::out_of_range, r.model.span(event.source),
             quoted(event.name) + " is over before this plan starts")
        .also(r.starts_span, "it starts here")
        .advise("mend one of the dates, or leave the event out");
  }
}

// Does a wait for this event leave the weekday free? A date takes none away.
bool leaves(const Plan& plan, const Wait& wait, Weekday day) {
  for (const Wait::After& after : wait.after) {
    const auto* before = std::get_if<Wait::BeforeEvent>(&after);
    if (before == nullptr) continue;
    for (const Event& event : plan.events)
      if (const auto* weekly = std::get_if<Weekday>(&event.when);
          weekly != nullptr && event.name == before->event &&
          days_until(day, *weekly) < wait.at_least_days.value_or(0))
        return false;
  }
  return true;
}

bool has_day(const Plan& plan, const Session& session) {
  for (int d = 0; d < 7; ++d) {
    const auto day = static_cast<Weekday>(d);
    const bool fixed_elsewhere =
        !session.on.empty() &&
        std::find(session.on.begin(), session.on.end(), day) == session.on.end();
    if (!fixed_elsewhere && std::all_of(session.waits.begin(), session.waits.end(),
                                        [&](const Wait& w) { return leaves(plan, w, day); }))
      return true;
  }
  return false;
}

// A session that its events leave no weekday would never be done.
void check_days_left(Reading& r, const std::vector<WrittenSession>& sessions) {
  for (const WrittenSession& s : sessions) {
    if (has_day(r.model.plan, s.session)) continue;
    r.report(kind::out_of_range, r.model.span(s.session.source),
             "no day of the week is left for " + quoted(s.session.name))
        .label("its waits keep it clear of weekly events on every day that it may have")
        .advise("let it come nearer to the event, or give it another day");
  }
}

void check_days_left(Reading& r) {
  for (const WrittenBlock& w : r.model.blocks) {
    check_days_left(r, w.sessions);
    for (const WeekSessions& week : w.by_week) check_days_left(r, week.sessions);
  }
}

void check_edition(Reading& r) {
  if (r.model.plan.edition != 0) return;
  const int oldest = r.editions.known.front().year;
  r.model.plan.edition = r.editions.otherwise != 0 ? r.editions.otherwise : oldest;
  if (!r.model.has_plan_line || r.editions.otherwise != 0) return;
  const Span span = r.model.span(r.model.plan.source);
  for (const Statement& s : r.tree->statements)
    if (s.kind == LineKind::guidelines) return;  // there, but broken: reported already
  const std::string line = "guidelines " + std::to_string(oldest);
  r.report(kind::missing_edition, span,
           "this plan doesn't say which edition of the guidelines it was written against")
      .advise("write below it: " + line)
      .fix({"add `" + line + "`", {span.file, span.end, span.end}, "\n  " + line, true});
}

}  // namespace

void check_whole(Reading& r) {
  check_awaited_sessions(r);
  check_awaited_events(r);
  check_past_events(r);
  if (r.is_library) {
    r.model.plan.edition = r.editions.known.front().year;
    return;
  }
  check_days_left(r);
  check_length(r);
  check_plan_line(r);
  check_edition(r);
}

}  // namespace meso
