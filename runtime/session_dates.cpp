#include "runtime/session_dates.h"

#include <algorithm>

namespace meso {
namespace {

// Days from `day` to the event, 0 on its own; a date that is past is far away.
int days_to(const DateRules& rules, const std::variant<Weekday, Date>& event, int day) {
  if (const auto* weekday = std::get_if<Weekday>(&event))
    return days_until(weekday_of(day), *weekday);
  constexpr int kFar = 10'000;
  const int left = std::get<Date>(event).day_number - day;
  return left < 0 || !rules.dated_events ? kFar : left;
}

bool is_clear_of_events(const DateRules& rules, const SessionDates& session, int day) {
  return std::all_of(
      session.before.begin(), session.before.end(),
      [&](const SessionDates::Before& b) { return days_to(rules, b.event, day) >= b.at_least; });
}

int last_time(const DoneDates& done, const SessionDates::After& after) {
  using What = SessionDates::After::What;
  if (after.what == What::last_session) return done.last();
  if (after.what == What::session) return done.by_name[after.name];
  int last = kNever;
  for_each_group(after.groups, [&](GroupId g) { last = std::max(last, done.by_group[g.value]); });
  return last;
}

// What was never done isn't waited for.
int after_waits(const DoneDates& done, const SessionDates& session, int gap_added) {
  int day = kNever;
  for (const auto& after : session.after) {
    const int last = last_time(done, after);
    if (last != kNever && after.at_least > 0)
      day = std::max(day, last + after.at_least + gap_added);
  }
  return day;
}

// The pace looks back over whatever was done, so it holds across the borders of blocks.
int after_pace(const Edition& edition, const DoneDates& done, const SessionDates& session,
               Pace pace) {
  int day = kNever;
  const auto k = static_cast<std::size_t>(std::max(pace.sessions, 0));
  if (k > 0 && k <= DoneDates::kPace) {
    const int kth_last = done.latest[DoneDates::kPace - k];
    if (kth_last != kNever) day = kth_last + edition.pace_days;
  }
  const int last = done.by_name[session.name];
  if (pace.same_session_apart && last != kNever)
    day = std::max(day, last + edition.same_session_days);
  return day;
}

}  // namespace

int days_until(Weekday from, Weekday to) {
  return (static_cast<int>(to) - static_cast<int>(from) + 7) % 7;
}

Weekday weekday_of(int day) { return static_cast<Weekday>(weekday_number(Date{day})); }

SessionNames::SessionNames(const Plan& plan) {
  for (const Block& block : plan.blocks)
    for (const Session& session : block.sessions)
      if (!find(session.name)) names_.push_back(session.name);
}

std::optional<std::uint32_t> SessionNames::find(std::string_view name) const {
  const auto at = std::find(names_.begin(), names_.end(), name);
  if (at == names_.end()) return std::nullopt;
  return static_cast<std::uint32_t>(at - names_.begin());
}

void DoneDates::add(std::uint32_t name, GroupSet trained, int day) {
  std::copy(latest.begin() + 1, latest.end(), latest.begin());
  latest.back() = day;
  by_name[name] = day;
  add_groups(trained, day);
}

void DoneDates::add_groups(GroupSet trained, int day) {
  for_each_group(trained, [&](GroupId g) { by_group[g.value] = day; });
}

SessionDates session_dates(const Plan& plan, const SessionNames& names, const Session& session,
                           GroupSet primary, GroupSet trained) {
  using What = SessionDates::After::What;
  SessionDates out;
  out.session = &session;
  out.name = names.find(session.name).value_or(0);
  out.primary = primary;
  out.trained = trained;
  for (const Wait& wait : session.waits) {
    const int least = wait.at_least_days.value_or(0), most = wait.at_most_days.value_or(0);
    for (const Wait::After& after : wait.after) {
      if (std::holds_alternative<Wait::OwnGroups>(after)) {
        out.after.push_back({What::groups, primary, 0, least, most});
      } else if (const auto* group = std::get_if<GroupId>(&after)) {
        out.after.push_back({What::groups, group_bit(*group), 0, least, most});
      } else if (std::holds_alternative<Wait::LastSession>(after)) {
        out.after.push_back({What::last_session, 0, 0, least, most});
      } else if (const auto* named = std::get_if<Wait::AfterSession>(&after)) {
        if (const auto id = names.find(named->session))
          out.after.push_back({What::session, 0, *id, least, most});
      } else {
        for (const Event& event : plan.events)
          if (event.name == std::get<Wait::BeforeEvent>(after).event)
            out.before.push_back({event.when, least});
      }
    }
  }
  return out;
}

int sessions_a_week(const Block& block, const Week& week) {
  return block.sessions_per_week.value_or(static_cast<int>(week.sessions.size()));
}

bool rotates(const Block& block, const Week& week) {
  return !block.rotations && sessions_a_week(block, week) != static_cast<int>(week.sessions.size());
}

Pace pace_of(const Block& block, const Week& week) {
  const int sessions = sessions_a_week(block, week);
  return {sessions, !block.rotations && sessions == static_cast<int>(week.sessions.size())};
}

int first_on(const DateRules& rules, const SessionDates& session,
             const std::vector<Weekday>& weekdays, int from) {
  constexpr int kFarthest = 70;  // weekly events leave a day (the compiler saw to it); dates pass
  if (weekdays.empty() && session.before.empty()) return from;
  for (int day = from; day < from + kFarthest; ++day) {
    const bool fits = weekdays.empty() || std::find(weekdays.begin(), weekdays.end(),
                                                    weekday_of(day)) != weekdays.end();
    if (fits && is_clear_of_events(rules, session, day)) return day;
  }
  return from;
}

int earliest_day(const DateRules& rules, const DoneDates& done, const SessionDates& session,
                 Pace pace, int from, int gap_added) {
  int day = std::max(from, after_pace(rules.edition, done, session, pace));
  if (done.any()) day = std::max(day, done.last() + 1);
  day = std::max(day, after_waits(done, session, gap_added));
  return first_on(rules, session, session.session->on, day);
}

std::optional<int> overdue_from(const DoneDates& done, const SessionDates& session) {
  std::optional<int> day;
  for (const auto& after : session.after) {
    const int last = after.at_most > 0 ? last_time(done, after) : kNever;
    if (last == kNever) continue;
    day = std::min(day.value_or(last + after.at_most), last + after.at_most);
  }
  return day;
}

}  // namespace meso
