#include "runtime/report/report.h"

#include <algorithm>

#include "base/text.h"

namespace meso {
namespace {

struct Days {
  int first = 0, last = 0;
};

// Of the first record and the last one.
std::optional<Days> days_of(const History& history, int today) {
  std::optional<Days> days;
  const auto note = [&](int day) {
    if (day > today) return;
    const Days now = days.value_or(Days{day, day});
    days = Days{std::min(now.first, day), std::max(now.last, day)};
  };
  for (const LoggedCheckIn& c : history.check_ins) note(c.day);
  for (const LoggedSession& s : history.sessions) note(s.day);
  for (const LoggedReading& r : history.readings) note(r.day);
  for (const int day : history.skipped) note(day);
  for (const int day : history.unavailable) note(day);
  return days;
}

// What lies behind the report's day isn't in it.
History until(const History& history, int day) {
  History out = history;
  std::erase_if(out.check_ins, [&](const LoggedCheckIn& c) { return c.day > day; });
  std::erase_if(out.sessions, [&](const LoggedSession& s) { return s.day > day; });
  std::erase_if(out.readings, [&](const LoggedReading& r) { return r.day > day; });
  std::erase_if(out.skipped, [&](int d) { return d > day; });
  std::erase_if(out.unavailable, [&](int d) { return d > day; });
  return out;
}

void add_session(WeekReport& week, const LiftedSession& session) {
  if (session.logged->session) ++week.sessions;
  week.sets_asked += session.sets_asked;
  week.sets_made += session.sets_made;
  for (const LiftedLine& line : session.lines)
    for (const LiftedSet& set : line.sets) {
      week.hard_sets += set.hard;
      if (set.of == DoneSet::Of::reps && set.moved)
        week.volume += *set.moved * Decimal::whole(set.amount);
    }
}

std::vector<WeekReport> week_reports(const Weeks& weeks, int count,
                                     const std::vector<Adherence>& adherence,
                                     const std::vector<LiftedSession>& sessions,
                                     const std::vector<LiftReport>& lifts) {
  std::vector<WeekReport> out;
  for (int week = count - 1; week >= 0; --week) {
    WeekReport report;
    report.week = week;
    report.first_day = weeks.first_day(week);
    report.last_day = weeks.last_day(week);
    report.adherence = adherence[out.size()];
    out.push_back(report);
  }
  const auto of = [&](int day) -> WeekReport& {
    return out[out.size() - 1 - static_cast<std::size_t>(weeks.of(day))];
  };
  for (const LiftedSession& session : sessions) add_session(of(session.day()), session);
  for (const LiftReport& lift : lifts)
    for (const int day : lift.new_bests) ++of(day).new_bests;
  return out;
}

LiftWays ways_of(const std::vector<LiftReport>& lifts) {
  LiftWays ways;
  for (const LiftReport& lift : lifts) {
    if (lift.is_beside) {
      ++ways.beside;
      continue;
    }
    switch (lift.trend.way) {
      case Trend::Way::too_early: ++ways.too_early; break;
      case Trend::Way::stale: ++ways.stale; break;
      case Trend::Way::level: ++ways.level; break;
      case Trend::Way::rising: ++ways.rising; break;
      case Trend::Way::falling: ++ways.falling; break;
    }
  }
  return ways;
}

std::vector<std::string> missing_of(const ProgressReport& report, const History& history) {
  std::vector<std::string> missing;
  if (!report.first_day) {
    missing.emplace_back(
        "Nothing is logged yet. The first sessions and check-ins are where "
        "progress is measured from.");
    return missing;
  }
  const auto days = days_of(history, report.day);
  if (days && report.weeks.size() < kLeastTrendWeeks)
    missing.push_back("The log covers " + counted(days->last - days->first + 1, "day") +
                      ". Days and weeks go up and down: three weeks are needed before a trend "
                      "means anything.");
  if (history.sessions.empty())
    missing.emplace_back("No session is logged: lifts, hard sets and records need one.");
  if (history.check_ins.empty())
    missing.emplace_back(
        "No check-in is logged: three weeks of check-ins are needed before a trend "
        "of what they ask for means anything, and recovery can't be told without "
        "them.");
  return missing;
}

ProgressReport head_of(const RunPlan& run, const History& history, int day) {
  const Plan& plan = run.plan();
  ProgressReport report;
  report.plan = plan.name;
  report.by = plan.by;
  if (run.athlete() != nullptr) report.athlete = run.athlete()->name;
  if (report.athlete.empty()) report.athlete = history.athlete;
  report.edition = run.edition().year;
  report.unit = plan.units;
  for (const Group& group : plan.groups) report.groups.push_back(group.name);
  report.day = day;
  if (const auto days = days_of(history, day)) report.first_day = days->first;
  return report;
}

}  // namespace

ProgressReport make_report(const RunPlan& run, const History& whole, const State& state, int day) {
  const History history = until(whole, day);
  ProgressReport report = head_of(run, history, day);
  const Weeks weeks{day};
  const int count = report.first_day ? weeks.of(*report.first_day) + 1 : 0;
  const std::vector<LiftedSession> sessions = lifted_sessions(run, history);
  report.lifts = lift_reports(run, sessions, weeks);
  report.ways = ways_of(report.lifts);
  const auto adherence = weekly_adherence(run, history, weeks, count);
  for (const Adherence& week : adherence) report.adherence += week;
  report.weeks = week_reports(weeks, count, adherence, sessions, report.lifts);
  const Measured measured{run, history, state, sessions, report.lifts, weeks};
  report.goals = goal_reports(measured);
  report.metrics = metric_reports(measured);
  report.volumes = group_volumes(run, sessions, weeks, count);
  report.recoveries = group_recoveries(run, history, sessions, weeks);
  report.missing = missing_of(report, history);
  return report;
}

}  // namespace meso
