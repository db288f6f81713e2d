// Events: sessions keep clear of them, by weekday and by date; dates as such.
#include <catch2/catch.hpp>

#include <vector>

#include "base/date.h"
#include "runtime/nominal.h"
#include "tests/support/compile_text.h"

namespace meso::test {
namespace {

std::vector<int> days_of(const std::string& head, const std::string& lines) {
  const CompiledText plan = compile_text(small_plan(head, lines));
  INFO(plan.rendered());
  std::vector<int> days;
  for (const NominalSession& s : nominal_path(plan.plan(), editions().front(), nullptr).sessions)
    days.push_back(s.day);
  return days;
}

}  // namespace

TEST_CASE("a session keeps clear of a weekly event") {
  // Monday is day 0; without the event the second comes on the preferred Friday of the next week.
  CHECK(days_of("", "prefer Fri\nback squat 3x5") == std::vector<int>{4, 11});
  CHECK(days_of("event \"Match\" on Sat",
                "prefer Thu\nat least 2 days before \"Match\"\nback squat 3x5") ==
        std::vector<int>{3, 10});
  CHECK(days_of("event \"Match\" on Sat",
                "prefer Fri\nat least 1 day before \"Match\"\nback squat 3x5") ==
        std::vector<int>{4, 11});
  // Saturday itself is no day for it, whatever it prefers.
  CHECK(days_of("event \"Match\" on Sat",
                "prefer Sat, Sun\nat least 1 day before \"Match\"\nback squat 3x5") ==
        std::vector<int>{6, 13});
}

TEST_CASE("a dated event counts from the plan's start, and not without one") {
  const std::string line = "at least 3 days before \"Final\"\nback squat 3x5";
  CHECK(days_of("starts 2027-01-11\nevent \"Final\" on 2027-01-18", line) ==
        std::vector<int>{0, 8});  // days 5 to 7 are too near
  CHECK(days_of("event \"Final\" on 2027-01-18", line) == std::vector<int>{0, 7});
}

TEST_CASE("the plan's start is the first day, whatever its weekday") {
  CHECK(days_of("starts 2027-01-13", "prefer Fri\nback squat 3x5") == std::vector<int>{2, 9});
}

TEST_CASE("dates") {
  CHECK(text(*parse_date("2028-02-29")) == "2028-02-29");
  CHECK_FALSE(parse_date("2027-02-29").has_value());
  CHECK_FALSE(parse_date("2027-13-01").has_value());
  CHECK_FALSE(parse_date("2027-1-01").has_value());
  CHECK_FALSE(parse_date("soon").has_value());
  CHECK(parse_date("1970-01-02")->day_number == 1);
  CHECK(weekday_number(*parse_date("2026-11-22")) == 6);  // a Sunday
}

}  // namespace meso::test
