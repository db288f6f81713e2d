// The check-ins of the last weeks: what "for 5 days", a baseline and "never sore" look back at.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

#include "runtime/edition.h"
#include "runtime/step/check_in.h"

namespace meso {

struct Report {
  int day = 0;
  std::array<std::int8_t, kMostGroups> soreness;
  std::array<std::int8_t, kScales> scales;
  std::array<Truth, kFunctional> functional;
  Pain worst_pain = Pain::none;
  bool pain_answered = false;
  std::vector<std::pair<SignalId, int>> own;
  friend bool operator==(const Report&, const Report&) = default;
};

struct MorningReading {  // one morning's HRV or pulse
  int day = 0;
  Decimal value;
  friend bool operator==(const MorningReading&, const MorningReading&) = default;
};

// A plain value. Days rise; a second check-in of a day adds its answers to the first.
class Reports {
 public:
  void add(int day, const CheckIn& answers);
  const std::vector<Report>& all() const { return reports_; }
  // Of this day; null without one.
  const Report* on(int day) const;

  // Soreness of a group before `day`: the last report, however old; kUnanswered without one.
  int last_soreness(GroupId group, int before) const;
  // Whether no report of these groups from `from` to `to` was above `limit`; nothing without one.
  std::optional<bool> never_above(GroupSet groups, int limit, int from, int to) const;

  // Today's seven-day mean against the band of the weeks before it; nothing with too few readings.
  std::optional<Baseline> hrv(const Edition& edition, int day) const;
  std::optional<Baseline> resting_heart_rate(const Edition& edition, int day) const;

  friend bool operator==(const Reports&, const Reports&) = default;

 private:
  std::vector<Report> reports_;
  std::vector<MorningReading> hrv_, pulse_;
};

// "for N days": it holds today, and of the earlier days on which it was reported all of the last N
// hold, one is at least N days old, and none is more than two dates behind the next.
// `holds(report)` gives nothing where the report says nothing of it.
template <class Holds>
bool lasted(const std::vector<Report>& reports, int today, int days, Holds holds) {
  int next = today;
  for (auto at = reports.rbegin(); at != reports.rend(); ++at) {
    if (at->day >= today) continue;
    const std::optional<bool> held = holds(*at);
    if (!held) continue;
    if (!*held || next - at->day > 2) return false;
    if (today - at->day >= days) return true;
    next = at->day;
  }
  return false;
}

}  // namespace meso
