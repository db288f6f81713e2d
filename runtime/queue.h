// The dates on which the queue lets a session be done: waits, a fixed day, one session a date, and
// the pace (at most K sessions in any 7 days; in a block of weeks the same session no sooner than
// 6 days after its last time).
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "runtime/edition.h"
#include "runtime/plan.h"

namespace meso {

// Days from one weekday to the next of the other: 0 on the same, at most 6.
int days_until(Weekday from, Weekday to);

struct QueueEntry {
  const Block* block = nullptr;
  const Session* session = nullptr;
  std::uint32_t pass_index = 0;  // passes counted over the whole plan
  const Week* week = nullptr;    // of the block; null: the longest week that has the session
};

// K: `K sessions a week`, else the number of sessions that the week lists.
int sessions_a_week(const Block& block, const Week& week);
// Whether the sessions rotate: a week is then K consumed sessions, whichever they are.
bool rotates(const Block& block, const Week& week);

// The queue's memory of what was done when. Days are counted from a first day whose weekday is
// given; everything that it is told of must outlive it.
class QueueDates {
 public:
  QueueDates(const Plan& plan, const Edition& edition, Weekday first_weekday);
  // The first day from 0 on, after the last one done, on which this session may be done.
  int earliest(const QueueEntry& entry);
  // The first preferred day from the earliest on, where the session prefers any.
  int preferred(const QueueEntry& entry);
  // Days must rise.
  void done(const QueueEntry& entry, int day);
  // As if nothing was done yet; what the sessions train isn't worked out again.
  void restart(Weekday first_weekday);

 private:
  struct Trained {  // group indices
    std::vector<std::uint32_t> as_primary, at_all;
  };
  const Trained& trained(const Session& session);
  int after_pace(const QueueEntry& entry) const;
  int after_waits(const Session& session);
  bool is_clear_of_events(const Session& session, int day) const;
  int days_to(const Event& event, int day) const;
  std::optional<int> last_time(const Wait::After& after, const Session& session);
  std::optional<int> last_of_own_groups(const Session& session);
  // The first of these weekdays from a day on that no event forbids.
  int first_on(const Session& session, const std::vector<Weekday>& weekdays, int from) const;

  const Plan& plan_;
  const Edition& edition_;
  int first_weekday_;
  bool waits_for_groups_;
  std::vector<int> days_;
  std::map<std::string_view, int> last_by_name_;
  std::vector<std::optional<int>> last_by_group_;
  std::unordered_map<const Session*, Trained> trained_;
};

// Earliest dates, in days after `order[0]`, on which the queue lets these sessions be done when
// each is done as soon as its waits, its fixed day and the pace allow: the least gaps the order
// allows. `first_weekday` is the weekday of the first.
std::vector<int> earliest_dates(const Plan& plan, const Edition& edition,
                                const std::vector<QueueEntry>& order, Weekday first_weekday);
// The same with a memory that is used again; it is restarted.
std::vector<int> earliest_dates(QueueDates& dates, std::span<const QueueEntry> order,
                                Weekday first_weekday);

}  // namespace meso
