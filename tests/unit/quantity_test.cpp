#include "base/quantity.h"

#include <catch2/catch.hpp>
#include <climits>
#include <string>

namespace meso {
namespace {

Decimal dec(std::string_view text) { return Decimal::parse(text).value(); }

TEST_CASE("a coach's spellings of units") {
  struct Row {
    std::string word;
    Unit unit;
  };
  const Row rows[] = {
      {"kg", Unit::kg},       {"KG", Unit::kg},           {"Kilos", Unit::kg},
      {"lb", Unit::lb},       {"lbs", Unit::lb},          {"pounds", Unit::lb},
      {"%", Unit::percent},   {"percent", Unit::percent}, {"rep", Unit::reps},
      {"sets", Unit::sets},   {"s", Unit::seconds},       {"sec", Unit::seconds},
      {"MIN", Unit::minutes}, {"hours", Unit::hours},     {"day", Unit::days},
      {"week", Unit::weeks},  {"m", Unit::meters},        {"metres", Unit::meters},
  };
  for (const Row& row : rows) {
    CAPTURE(row.word);
    CHECK(unit_from(row.word) == row.unit);
  }
  for (const std::string word : {"", "k", "kgg", "stone", "kg "}) {
    CAPTURE(word);
    CHECK_FALSE(unit_from(word).has_value());
  }
}

TEST_CASE("every unit reads back from its text") {
  for (int i = 1; i <= static_cast<int>(Unit::meters); ++i) {
    const Unit unit = static_cast<Unit>(i);
    CAPTURE(text(unit));
    CHECK(unit_from(text(unit)) == unit);
  }
  CHECK(text(Unit::none).empty());
}

TEST_CASE("quantities as text") {
  struct Row {
    Quantity quantity;
    std::string text;
  };
  const Decimal one = Decimal::whole(1), five = Decimal::whole(5);
  const Row rows[] = {
      {{dec("60"), dec("90"), Unit::seconds}, "60-90 s"},
      {{dec("2.5"), dec("2.5"), Unit::kg}, "2.5 kg"},
      {{five, five, Unit::percent}, "5%"},
      {{five, five, Unit::none}, "5"},
      {{one, one, Unit::days}, "1 day"},
      {{one, one, Unit::weeks}, "1 week"},
      {{one, one, Unit::reps}, "1 rep"},
      {{one, one, Unit::sets}, "1 set"},
      {{one, five, Unit::reps}, "1-5 reps"},
      {{five, five, Unit::days}, "5 days"},
      {{one, one, Unit::minutes}, "1 min"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(text(row.quantity) == row.text);
  }
}

TEST_CASE("seconds and days of a quantity") {
  CHECK(seconds_in(dec("90"), Unit::seconds) == 90);
  CHECK(seconds_in(dec("2.5"), Unit::minutes) == 150);
  CHECK(seconds_in(dec("1"), Unit::hours) == 3600);
  CHECK_FALSE(seconds_in(dec("1"), Unit::kg).has_value());
  CHECK(days_in(dec("36"), Unit::hours) == 2);
  CHECK(days_in(dec("48"), Unit::hours) == 2);
  CHECK(days_in(dec("2"), Unit::weeks) == 14);
  CHECK(days_in(dec("1.5"), Unit::days) == 2);
  CHECK_FALSE(days_in(dec("1"), Unit::minutes).has_value());
}

TEST_CASE("absurd times stop at the largest whole number") {
  CHECK(seconds_in(dec("999999999"), Unit::hours) == INT_MAX);
  CHECK(days_in(dec("999999999"), Unit::weeks) == INT_MAX);
}

TEST_CASE("loads convert exactly from pounds") {
  CHECK(text(to_unit({dec("225"), MassUnit::lb}, MassUnit::kg)) == "102.05828325 kg");
  CHECK(text(to_unit({dec("100"), MassUnit::kg}, MassUnit::kg)) == "100 kg");
  CHECK(text(to_unit({dec("0.45359237"), MassUnit::kg}, MassUnit::lb)) == "1 lb");
}

TEST_CASE("reps in reserve, percentages and ranges") {
  CHECK(rir_from_rpe(dec("7.5")).value == dec("2.5"));
  CHECK(text(Percent{dec("87.5")}) == "87.5%");
  CHECK(text(Range{6, 8}) == "6-8");
  CHECK(text(Range{5, 5}) == "5");
}

}  // namespace
}  // namespace meso
