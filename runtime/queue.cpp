#include "runtime/queue.h"

#include <algorithm>

#include "runtime/dose.h"

namespace meso {
namespace {

bool lists(const Block& block, const Week& week, const Session* session) {
  return std::any_of(week.sessions.begin(), week.sessions.end(),
                     [&](std::uint32_t i) { return &block.sessions[i] == session; });
}

// More sessions a week means less waiting, so the longest week that fits gives the least gaps.
const Week* week_of(const QueueEntry& entry) {
  if (entry.week) return entry.week;
  const Week* longest = nullptr;
  for (const auto& week : entry.block->weeks)
    if (lists(*entry.block, week, entry.session) &&
        (!longest || week.sessions.size() > longest->sessions.size()))
      longest = &week;
  return longest;
}

bool waits_for_groups(const Wait& wait) {
  return std::any_of(wait.after.begin(), wait.after.end(), [](const Wait::After& after) {
    return std::holds_alternative<Wait::OwnGroups>(after) || std::holds_alternative<GroupId>(after);
  });
}

bool any_waits_for_groups(const Plan& plan) {
  for (const auto& block : plan.blocks)
    for (const auto& session : block.sessions)
      if (std::any_of(session.waits.begin(), session.waits.end(), waits_for_groups)) return true;
  return false;
}

}  // namespace

int days_until(Weekday from, Weekday to) {
  return (static_cast<int>(to) - static_cast<int>(from) + 7) % 7;
}

int sessions_a_week(const Block& block, const Week& week) {
  return block.sessions_per_week.value_or(static_cast<int>(week.sessions.size()));
}

bool rotates(const Block& block, const Week& week) {
  return !block.rotations && sessions_a_week(block, week) != static_cast<int>(week.sessions.size());
}

QueueDates::QueueDates(const Plan& plan, const Edition& edition, Weekday first_weekday)
    : plan_(plan),
      edition_(edition),
      first_weekday_(static_cast<int>(first_weekday)),
      waits_for_groups_(any_waits_for_groups(plan)),
      last_by_group_(plan.groups.size()) {}

const QueueDates::Trained& QueueDates::trained(const Session& session) {
  const auto [at, is_new] = trained_.try_emplace(&session);
  if (is_new) {
    for (const auto& dose : session_dose(plan_, session, edition_)) {
      if (dose.primary) at->second.as_primary.push_back(dose.group.value);
      if (trains(dose, edition_)) at->second.at_all.push_back(dose.group.value);
    }
  }
  return at->second;
}

// The pace looks back over whatever was done, so it holds across the borders of blocks.
int QueueDates::after_pace(const QueueEntry& entry) const {
  const Week* week = week_of(entry);
  if (!week) return 0;
  int day = 0;
  const auto k = static_cast<std::size_t>(std::max(sessions_a_week(*entry.block, *week), 0));
  if (k > 0 && days_.size() >= k) day = days_[days_.size() - k] + edition_.pace_days;
  if (entry.block->rotations || rotates(*entry.block, *week)) return day;
  const auto last = last_by_name_.find(entry.session->name);
  return last == last_by_name_.end() ? day
                                     : std::max(day, last->second + edition_.same_session_days);
}

// A wait without `after` is for every group that the session trains as primary.
std::optional<int> QueueDates::last_of_own_groups(const Session& session) {
  std::optional<int> last;
  for (const auto group : trained(session).as_primary) last = std::max(last, last_by_group_[group]);
  return last;
}

std::optional<int> QueueDates::last_time(const Wait::After& after, const Session& session) {
  if (std::holds_alternative<Wait::OwnGroups>(after)) return last_of_own_groups(session);
  if (const auto* group = std::get_if<GroupId>(&after)) return last_by_group_[group->value];
  if (const auto* named = std::get_if<Wait::AfterSession>(&after)) {
    const auto last = last_by_name_.find(named->session);
    return last == last_by_name_.end() ? std::nullopt : std::optional(last->second);
  }
  if (std::holds_alternative<Wait::BeforeEvent>(after)) return std::nullopt;
  return days_.empty() ? std::nullopt : std::optional(days_.back());
}

// What was never done isn't waited for.
int QueueDates::after_waits(const Session& session) {
  int day = 0;
  for (const auto& wait : session.waits) {
    if (!wait.at_least_days) continue;
    for (const auto& after : wait.after)
      if (const auto last = last_time(after, session))
        day = std::max(day, *last + *wait.at_least_days);
  }
  return day;
}

// Days from `day` to the event, 0 on its own; a date that is past, or that nothing ties to the
// plan's days (`starts`), is far away.
int QueueDates::days_to(const Event& event, int day) const {
  if (const auto* weekday = std::get_if<Weekday>(&event.when))
    return days_until(static_cast<Weekday>((first_weekday_ + day) % 7), *weekday);
  constexpr int kFar = 10'000;
  if (!plan_.starts) return kFar;
  const int left = std::get<Date>(event.when).day_number - plan_.starts->day_number - day;
  return left < 0 ? kFar : left;
}

bool QueueDates::is_clear_of_events(const Session& session, int day) const {
  for (const auto& wait : session.waits)
    for (const auto& after : wait.after)
      if (const auto* before = std::get_if<Wait::BeforeEvent>(&after))
        for (const auto& event : plan_.events)
          if (event.name == before->event && days_to(event, day) < wait.at_least_days.value_or(0))
            return false;
  return true;
}

int QueueDates::first_on(const Session& session, const std::vector<Weekday>& weekdays,
                         int from) const {
  constexpr int kFarthest = 70;  // weekly events leave a day (the compiler saw to it); dates pass
  for (int day = from; day < from + kFarthest; ++day) {
    const auto weekday = static_cast<Weekday>((first_weekday_ + day) % 7);
    const bool fits =
        weekdays.empty() || std::find(weekdays.begin(), weekdays.end(), weekday) != weekdays.end();
    if (fits && is_clear_of_events(session, day)) return day;
  }
  return from;
}

int QueueDates::earliest(const QueueEntry& entry) {
  const int next = days_.empty() ? 0 : days_.back() + 1;
  const int day = std::max({next, after_pace(entry), after_waits(*entry.session)});
  return first_on(*entry.session, entry.session->on, day);
}

int QueueDates::preferred(const QueueEntry& entry) {
  const int day = earliest(entry);
  return entry.session->on.empty() ? first_on(*entry.session, entry.session->prefer, day) : day;
}

void QueueDates::done(const QueueEntry& entry, int day) {
  days_.push_back(day);
  last_by_name_[entry.session->name] = day;
  if (!waits_for_groups_) return;
  for (const auto group : trained(*entry.session).at_all) last_by_group_[group] = day;
}

void QueueDates::restart(Weekday first_weekday) {
  first_weekday_ = static_cast<int>(first_weekday);
  days_.clear();
  last_by_name_.clear();
  std::fill(last_by_group_.begin(), last_by_group_.end(), std::nullopt);
}

std::vector<int> earliest_dates(QueueDates& dates, std::span<const QueueEntry> order,
                                Weekday first_weekday) {
  std::vector<int> days;
  days.reserve(order.size());
  dates.restart(first_weekday);
  for (const auto& entry : order) {
    // The first is the day that all others are counted from, whatever its fixed day says.
    days.push_back(days.empty() ? 0 : dates.earliest(entry));
    dates.done(entry, days.back());
  }
  return days;
}

std::vector<int> earliest_dates(const Plan& plan, const Edition& edition,
                                const std::vector<QueueEntry>& order, Weekday first_weekday) {
  QueueDates dates(plan, edition, first_weekday);
  return earliest_dates(dates, order, first_weekday);
}

}  // namespace meso
