// The order of a plan with its earliest dates: what the printed calendar and the guidelines ask of
// session_dates.h.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <unordered_map>
#include <vector>

#include "runtime/edition.h"
#include "runtime/plan.h"
#include "runtime/session_dates.h"

namespace meso {

struct QueueEntry {
  const Block* block = nullptr;
  const Session* session = nullptr;
  std::uint32_t pass_index = 0;  // passes counted over the whole plan
  const Week* week = nullptr;    // of the block; null: the longest week that has the session
};

// Dates of sessions that are done one after the other. Days are counted from a first day whose
// weekday is given; everything that it is told of must outlive it.
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
  const SessionDates& dates(const Session& session);

  const Plan& plan_;
  DateRules rules_;
  bool waits_for_groups_;
  SessionNames names_;
  DoneDates done_;
  int first_day_ = 0;
  std::unordered_map<const Session*, SessionDates> dates_;
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
