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

Pace pace(const QueueEntry& entry) {
  const Week* week = week_of(entry);
  return week == nullptr ? Pace{0, false} : pace_of(*entry.block, *week);
}

bool waits_for_groups(const Wait& wait) {
  return std::any_of(wait.after.begin(), wait.after.end(), [](const Wait::After& after) {
    return std::holds_alternative<Wait::OwnGroups>(after) || std::holds_alternative<GroupId>(after);
  });
}

// What sessions train is worked out only where something waits for it.
bool any_waits_for_groups(const Plan& plan) {
  for (const auto& block : plan.blocks)
    for (const auto& session : block.sessions)
      if (std::any_of(session.waits.begin(), session.waits.end(), waits_for_groups)) return true;
  return false;
}

// A day of this weekday; the plan's own first day where it has one.
int some_day_on(const Plan& plan, Weekday weekday) {
  if (plan.starts && weekday_of(plan.starts->day_number) == weekday) return plan.starts->day_number;
  constexpr int kMonday = 4;  // 1970-01-05
  return kMonday + static_cast<int>(weekday);
}

}  // namespace

QueueDates::QueueDates(const Plan& plan, const Edition& edition, Weekday first_weekday)
    : plan_(plan),
      rules_{edition, plan.starts.has_value()},
      waits_for_groups_(any_waits_for_groups(plan)),
      names_(plan),
      done_(names_.size()),
      first_day_(some_day_on(plan, first_weekday)) {}

const SessionDates& QueueDates::dates(const Session& session) {
  const auto [at, is_new] = dates_.try_emplace(&session);
  if (!is_new) return at->second;
  GroupSet primary = 0, trained = 0;
  if (waits_for_groups_)
    for (const auto& dose : session_dose(plan_, session, rules_.edition)) {
      if (dose.primary) primary |= group_bit(dose.group);
      if (trains(dose, rules_.edition)) trained |= group_bit(dose.group);
    }
  at->second = session_dates(plan_, names_, session, primary, trained);
  return at->second;
}

int QueueDates::earliest(const QueueEntry& entry) {
  return earliest_day(rules_, done_, dates(*entry.session), pace(entry), first_day_) - first_day_;
}

int QueueDates::preferred(const QueueEntry& entry) {
  const int day = earliest(entry);
  if (!entry.session->on.empty()) return day;
  return first_on(rules_, dates(*entry.session), entry.session->prefer, day + first_day_) -
         first_day_;
}

void QueueDates::done(const QueueEntry& entry, int day) {
  const SessionDates& session = dates(*entry.session);
  done_.add(session.name, session.trained, first_day_ + day);
}

void QueueDates::restart(Weekday first_weekday) {
  first_day_ = some_day_on(plan_, first_weekday);
  done_ = DoneDates(names_.size());
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
