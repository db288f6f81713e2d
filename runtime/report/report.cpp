#include "runtime/report/report.h"

#include <algorithm>

#include "base/text.h"

namespace meso {
namespace {

std::optional<int> first_day_of(const History& history, int today) {
  std::optional<int> first;
  const auto note = [&](int day) {
    if (day <= today) first = std::min(first.value_or(day), day);
  };
  for (const LoggedCheckIn& c : history.check_ins) note(c.day);
  for (const LoggedSession& s : history.sessions) note(s.day);
  for (const LoggedReading& r : history.readings) note(r.day);
  for (const int day : history.skipped) note(day);
  for (const int day : history.unavailable) note(day);
  return first;
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
    if (!lift.trend.is_known()) ++ways.unknown;
    if (lift.trend.way == Trend::Way::rising) ++ways.rising;
    if (lift.trend.way == Trend::Way::level) ++ways.level;
    if (lift.trend.way == Trend::Way::falling) ++ways.falling;
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
  if (report.weeks.size() < kLeastTrendWeeks)
    missing.push_back("The log covers " + counted(report.day - *report.first_day + 1, "day") +
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

}  // namespace

ProgressReport make_report(const RunPlan& run, const History& whole, const State& state, int day) {
  const History history = until(whole, day);
  const Plan& plan = run.plan();
  ProgressReport report;
  report.plan = plan.name;
  report.by = plan.by;
  if (run.athlete() != nullptr) report.athlete = run.athlete()->name;
  report.edition = run.edition().year;
  report.unit = plan.units;
  for (const Group& group : plan.groups) report.groups.push_back(group.name);
  report.day = day;
  report.first_day = first_day_of(history, day);
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
