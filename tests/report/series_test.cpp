// Weeks, means and trends, with numbers checked by hand.
#include "runtime/report/series.h"

#include <catch2/catch.hpp>

#include "compiler/sheets/report_words.h"
#include "tests/support/plan_builder.h"

namespace meso::test {
namespace {

WeekMean week(int n, const char* mean, int readings = 2) { return {n, dec(mean), readings}; }

}  // namespace

TEST_CASE("a report's weeks are seven days counted back from its day") {
  const Weeks weeks{100};
  CHECK(weeks.of(100) == 0);
  CHECK(weeks.of(94) == 0);
  CHECK(weeks.of(93) == 1);
  CHECK(weeks.first_day(0) == 94);
  CHECK(weeks.last_day(1) == 93);
  CHECK(weeks.first_day(1) == 87);
}

TEST_CASE("weekly means hold what counts, the earliest first") {
  const std::vector<Point> points{
      {80, dec("5")}, {93, dec("1")}, {87, dec("2")}, {94, dec("9"), false}, {100, dec("4")}};
  // 80 is 20 days before 100: week 2. 93 and 87: week 1, mean 1.5. 94 doesn't count.
  CHECK(week_means(points, Weeks{100}) ==
        std::vector<WeekMean>{week(2, "5", 1), week(1, "1.5", 2), week(0, "4", 1)});
}

TEST_CASE("a trend is the median slope between weeks") {
  // Slopes of 100, 102, 101, 106 (weeks 3, 2, 1, 0): +2, 0.5, 2, -1, 2, 5; sorted -1, 0.5, 2, 2, 2,
  // 5: the middle is 2. Now: the mean of 102, 101 and 106, 103.
  const Trend trend =
      trend_of({week(3, "100"), week(2, "102"), week(1, "101"), week(0, "106")}, {});
  CHECK(trend.way == Trend::Way::rising);
  CHECK(trend.weeks == 4);
  CHECK(trend.a_week == dec("2"));
  CHECK(trend.now == dec("103"));
}

TEST_CASE("one odd week doesn't turn a trend") {
  // Rising by 1 a week but for one week at 60; the median slope stays 1.
  const Trend trend = trend_of({week(5, "100"), week(4, "101"), week(3, "60"), week(2, "103"),
                                week(1, "104"), week(0, "105")},
                               {});
  CHECK(trend.way == Trend::Way::rising);
  CHECK(trend.a_week == dec("1"));
}

TEST_CASE("a week that is missing is no week of zero") {
  // From week 4 to week 0 it goes from 10 to 18 in four weeks: 2 a week, and 2 between any two.
  const Trend trend = trend_of({week(4, "10"), week(1, "16"), week(0, "18")}, {});
  CHECK(trend.a_week == dec("2"));
  CHECK(trend.weeks == 3);
}

TEST_CASE("what is less than noise is level") {
  // 100 to 100.8 in two weeks: 0.8, less than 1 % of 100.4.
  CHECK(trend_of({week(2, "100"), week(1, "100.4"), week(0, "100.8")}, {}).way ==
        Trend::Way::level);
  TrendRule points;
  points.least = dec("0.25");
  CHECK(trend_of({week(2, "3.5"), week(1, "3.6"), week(0, "3.7")}, points).way ==
        Trend::Way::level);
  CHECK(trend_of({week(2, "4"), week(1, "3.8"), week(0, "3.6")}, points).way ==
        Trend::Way::falling);
}

TEST_CASE("three weeks with enough readings are needed, and recent ones") {
  CHECK(trend_of({}, {}).way == Trend::Way::too_early);
  CHECK(trend_of({week(1, "1"), week(0, "2")}, {}).way == Trend::Way::too_early);
  const Trend single = trend_of({week(2, "1"), week(1, "2", 1), week(0, "3")}, {});
  CHECK(single.way == Trend::Way::too_early);  // one week holds a single reading
  CHECK(single.weeks == 2);
  CHECK_FALSE(single.now);
  CHECK(trend_of({week(5, "1"), week(4, "2"), week(3, "3")}, {}).way == Trend::Way::stale);
  const Trend old = trend_of({week(20, "1"), week(19, "2")}, {});
  CHECK(old.way == Trend::Way::too_early);  // never three
  CHECK(old.weeks == 2);
  CHECK(trend_of({week(20, "1"), week(19, "2"), week(18, "3")}, {}).way == Trend::Way::stale);
}

TEST_CASE("a report rounds a half up, away from zero") {
  CHECK(report_words::number(dec("78.75")) == "78.8");
  CHECK(report_words::number(dec("78.74")) == "78.7");
  CHECK(report_words::number(dec("0.5"), 0) == "1");
  CHECK(report_words::number(dec("-0.25")) == "-0.3");
  CHECK(report_words::number(dec("-0.24")) == "-0.2");
}

TEST_CASE("the middle of numbers") {
  CHECK(median({}) == Decimal());
  CHECK(median({dec("3"), dec("1"), dec("2")}) == dec("2"));
  CHECK(median({dec("4"), dec("1"), dec("2"), dec("3")}) == dec("2.5"));
}

}  // namespace meso::test
