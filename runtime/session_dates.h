// When a session may be done: waits, a fixed day, events, one session a date, and the pace. The one
// arithmetic of dates, for the printed calendar (queue.h) and for the day's decision (step/).
//
// Days are counted from 1970-01-01, as in base/date.h.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "runtime/edition.h"
#include "runtime/groups.h"
#include "runtime/plan.h"

namespace meso {

// Days from one weekday to the next of the other: 0 on the same, at most 6.
int days_until(Weekday from, Weekday to);
Weekday weekday_of(int day);

inline constexpr int kNever = INT32_MIN;

// Sessions are remembered by name across blocks: the number of each name of a plan.
class SessionNames {
 public:
  explicit SessionNames(const Plan& plan);
  std::optional<std::uint32_t> find(std::string_view name) const;
  std::string_view operator[](std::uint32_t id) const { return names_[id]; }
  std::size_t size() const { return names_.size(); }

 private:
  std::vector<std::string_view> names_;
};

// What was done when: plain data.
struct DoneDates {
  static constexpr std::size_t kPace = 7;  // one session a date: seven days hold no more
  std::array<int, kPace> latest{kNever, kNever, kNever, kNever, kNever, kNever, kNever};
  std::vector<int> by_name;  // of SessionNames
  std::array<int, kMostGroups> by_group;

  explicit DoneDates(std::size_t names = 0) : by_name(names, kNever) { by_group.fill(kNever); }
  int last() const { return latest.back(); }
  bool any() const { return last() != kNever; }
  // `trained`: the groups that it trained. Days must rise.
  void add(std::uint32_t name, GroupSet trained, int day);
  // Work beside the plan: it tires groups, and is no session of the pace.
  void add_groups(GroupSet trained, int day);
  friend bool operator==(const DoneDates&, const DoneDates&) = default;
};

// What the dates of one session depend on, with its waits looked up.
struct SessionDates {
  struct After {
    enum class What : std::uint8_t { groups, session, last_session };
    What what = What::groups;
    GroupSet groups = 0;
    std::uint32_t name = 0;  // of SessionNames
    int at_least = 0;        // days; 0 where only `at most` is asked
    int at_most = 0;         // 0: none
  };
  struct Before {
    std::variant<Weekday, Date> event;
    int at_least = 0;
  };
  const Session* session = nullptr;
  std::uint32_t name = 0;
  GroupSet primary = 0, trained = 0;
  std::vector<After> after;
  std::vector<Before> before;
};
SessionDates session_dates(const Plan& plan, const SessionNames& names, const Session& session,
                           GroupSet primary, GroupSet trained);

// How dense a week of a block may be.
struct Pace {
  int sessions = 0;  // in any 7 days; 0: no bound
  bool same_session_apart = true;
};
Pace pace_of(const Block& block, const Week& week);

// K: `K sessions a week`, else the number of sessions that the week lists.
int sessions_a_week(const Block& block, const Week& week);
// Whether the sessions rotate: a week is then K consumed sessions, whichever they are.
bool rotates(const Block& block, const Week& week);

struct DateRules {
  const Edition& edition;
  bool dated_events = true;  // false: nothing ties dates to the plan's days
};

// The first day from `from` on, behind the last one done, on which the session may be done;
// `gap_added` days are added to each of its waits.
int earliest_day(const DateRules& rules, const DoneDates& done, const SessionDates& session,
                 Pace pace, int from, int gap_added = 0);
// The first of these weekdays from a day on that no event forbids.
int first_on(const DateRules& rules, const SessionDates& session,
             const std::vector<Weekday>& weekdays, int from);
// The day from which it is overdue, by its `at most`; nothing without one.
std::optional<int> overdue_from(const DoneDates& done, const SessionDates& session);

}  // namespace meso
