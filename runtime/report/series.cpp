#include "runtime/report/series.h"

#include <algorithm>
#include <map>

namespace meso {
namespace {

std::vector<WeekMean> usable(const std::vector<WeekMean>& means, const TrendRule& rule) {
  std::vector<WeekMean> out;
  for (const WeekMean& m : means)
    if (m.week < kTrendWeeks && m.readings >= rule.readings_a_week) out.push_back(m);
  return out;
}

Decimal slope_of(const std::vector<WeekMean>& means) {
  std::vector<Decimal> slopes;
  for (std::size_t a = 0; a < means.size(); ++a)
    for (std::size_t b = a + 1; b < means.size(); ++b)
      slopes.push_back((means[b].mean - means[a].mean) /
                       Decimal::whole(means[a].week - means[b].week));
  return median(std::move(slopes));
}

std::vector<Decimal> values_of(const std::vector<WeekMean>& means, int newest_weeks) {
  std::vector<Decimal> values;
  for (const WeekMean& m : means)
    if (m.week < newest_weeks) values.push_back(m.mean);
  return values;
}

Decimal size_of(Decimal value) { return value < Decimal() ? -value : value; }

// The change over the whole stretch has to be more than what is called noise.
Trend::Way way_of(const std::vector<WeekMean>& means, Decimal slope, const TrendRule& rule) {
  const int span = means.front().week - means.back().week;
  const Decimal change = slope * Decimal::whole(span);
  const Decimal least =
      rule.least > Decimal()
          ? rule.least
          : percent_of(rule.least_percent, size_of(median(values_of(means, kTrendWeeks))));
  if (size_of(change) < least || change == Decimal()) return Trend::Way::level;
  return change > Decimal() ? Trend::Way::rising : Trend::Way::falling;
}

}  // namespace

std::string_view text(Trend::Way way) {
  switch (way) {
    case Trend::Way::too_early: return "too early";
    case Trend::Way::stale: return "stale";
    case Trend::Way::level: return "level";
    case Trend::Way::rising: return "rising";
    case Trend::Way::falling: return "falling";
  }
  return "";
}

std::vector<WeekMean> week_means(const std::vector<Point>& points, const Weeks& weeks) {
  std::map<int, WeekMean, std::greater<>> by_week;
  for (const Point& p : points) {
    if (!p.counts || p.day > weeks.today) continue;
    WeekMean& m = by_week[weeks.of(p.day)];
    m.mean += p.value;
    ++m.readings;
  }
  std::vector<WeekMean> out;
  for (auto& [week, m] : by_week)
    out.push_back({week, m.mean / Decimal::whole(m.readings), m.readings});
  return out;
}

Trend trend_of(const std::vector<WeekMean>& means, const TrendRule& rule) {
  Trend trend;
  const std::vector<WeekMean> weeks = usable(means, rule);
  trend.weeks = static_cast<int>(weeks.size());
  if (trend.weeks < kLeastTrendWeeks) {
    const auto enough = std::count_if(means.begin(), means.end(), [&](const WeekMean& m) {
      return m.readings >= rule.readings_a_week;
    });
    if (enough >= kLeastTrendWeeks)
      trend.way = Trend::Way::stale;
    else
      trend.weeks = static_cast<int>(enough);
    return trend;
  }
  if (weeks.back().week >= kFreshWeeks) {
    trend.way = Trend::Way::stale;
    return trend;
  }
  trend.a_week = slope_of(weeks);
  trend.way = way_of(weeks, trend.a_week, rule);
  trend.now = mean(values_of(weeks, kMeanWeeks));
  return trend;
}

Decimal median(std::vector<Decimal> values) {
  if (values.empty()) return {};
  std::sort(values.begin(), values.end());
  const std::size_t middle = values.size() / 2;
  if (values.size() % 2 == 1) return values[middle];
  return (values[middle - 1] + values[middle]) / Decimal::whole(2);
}

Decimal mean(const std::vector<Decimal>& values) {
  if (values.empty()) return {};
  Decimal sum;
  for (const Decimal& value : values) sum += value;
  return sum / Decimal::whole(static_cast<std::int64_t>(values.size()));
}

}  // namespace meso
