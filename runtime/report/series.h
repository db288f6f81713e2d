// Readings over time, and what may be said of them: weeks counted back from the report's day, their
// means, and a trend over at least three of them. A single reading says nothing.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "base/decimal.h"

namespace meso {

// Seven-day spans: number 0 ends with `today`, number 1 with the day a week before it.
struct Weeks {
  int today = 0;

  int of(int day) const { return (today - day) / 7; }  // of a day that isn't behind today
  int last_day(int week) const { return today - 7 * week; }
  int first_day(int week) const { return last_day(week) - 6; }
};

struct Point {
  int day = 0;
  Decimal value;
  bool counts = true;  // false: shown, and no part of the trend
  friend bool operator==(const Point&, const Point&) = default;
};

struct WeekMean {
  int week = 0;  // of Weeks
  Decimal mean;
  int readings = 0;
  friend bool operator==(const WeekMean&, const WeekMean&) = default;
};

inline constexpr int kLeastTrendWeeks = 3;  // weeks with enough readings
inline constexpr int kTrendWeeks = 6;       // a trend looks back at most so far
inline constexpr int kFreshWeeks = 3;       // of which one of the latest has to have readings
inline constexpr int kMeanWeeks = 3;        // what "now" is the mean of

// What counts as a week, and as a change that is more than noise.
struct TrendRule {
  int readings_a_week = 2;
  Decimal least_percent = Decimal::whole(1);  // of the middle of the weeks' means
  Decimal least;                              // or this much, where it isn't zero
};

struct Trend {
  enum class Way : std::uint8_t {
    too_early,  // never three weeks with enough readings
    stale,      // there were enough once, and none lately
    level,
    rising,
    falling,
  };
  Way way = Way::too_early;
  int weeks = 0;               // that it rests on; too early: that ever counted
  Decimal a_week;              // the change from one week to the next
  std::optional<Decimal> now;  // mean of the latest three weeks; nothing: too early
  bool is_known() const { return way >= Way::level; }
};
std::string_view text(Trend::Way way);  // "too early", "rising"

// The weeks that hold readings which count, the earliest first.
std::vector<WeekMean> week_means(const std::vector<Point>& points, const Weeks& weeks);
// The slope is the median of the slopes between any two weeks (Theil-Sen): one odd week doesn't
// turn it.
Trend trend_of(const std::vector<WeekMean>& means, const TrendRule& rule);

// The one in the middle, the mean of two; zero of none.
Decimal median(std::vector<Decimal> values);
Decimal mean(const std::vector<Decimal>& values);

}  // namespace meso
