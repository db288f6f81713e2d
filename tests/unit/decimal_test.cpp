#include "base/decimal.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cstdint>
#include <random>
#include <string>

namespace meso {
namespace {

Decimal dec(std::string_view text) {
  const bool negative = text.starts_with('-');
  const Decimal value = Decimal::parse(text.substr(negative ? 1 : 0)).value();
  return negative ? -value : value;
}

TEST_CASE("a decimal's text is the shortest that gives it back") {
  struct Row {
    std::string input, text;
  };
  const Row rows[] = {
      {"0", "0"},
      {"60", "60"},
      {"102.5", "102.5"},
      {"102.50", "102.5"},
      {"007", "7"},
      {"0.000000001", "0.000000001"},
      {"1.250000000", "1.25"},
      {"999999999.999999999", "999999999.999999999"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.input);
    CHECK(dec(row.input).text() == row.text);
  }
  CHECK((-dec("0.25")).text() == "-0.25");
  CHECK(Decimal::nano(INT64_MIN).text() == "-9223372036.854775808");
}

TEST_CASE("what isn't a plain decimal is refused") {
  for (const std::string input : {"", ".", ".5", "5.", "1.2.3", "1,5", "-1", "+1", "1e3", " 1",
                                  "1 ", "1000000000", "1.0000000001", "0x10", "½"}) {
    CAPTURE(input);
    CHECK_FALSE(Decimal::parse(input).has_value());
  }
}

TEST_CASE("products and quotients are exact to nine places") {
  CHECK((dec("102.5") * dec("0.875")).text() == "89.6875");
  CHECK((dec("1") / dec("3")).text() == "0.333333333");
  CHECK((dec("5") / Decimal()).text() == "0");
  CHECK(Decimal::ratio(2, 3).text() == "0.666666666");
  CHECK(Decimal::ratio(1, 0) == Decimal());
  CHECK(percent_of(dec("90"), dec("102.5")).text() == "92.25");
}

TEST_CASE("absurd numbers stop at the largest value") {
  const Decimal most = Decimal::nano(INT64_MAX), least = Decimal::nano(-INT64_MAX);
  CHECK(most + most == most);
  CHECK(most + Decimal::whole(1) == most);
  CHECK(least - most == least);
  CHECK(most * most == most);
  CHECK(most * least == least);
  CHECK(Decimal::whole(INT64_MAX) == most);
  CHECK(Decimal::whole(INT64_MIN) == least);
  CHECK(most / Decimal::nano(1) == most);
  Decimal sum = most;
  sum += most;
  CHECK(sum == most);
  CHECK(round_to(most, Decimal::whole(7), Rounding::up) == most);
}

TEST_CASE("floor goes down, below zero as well") {
  CHECK(dec("2.9").floor() == 2);
  CHECK(dec("-2.1").floor() == -3);
  CHECK(dec("-2").floor() == -2);
  CHECK(dec("3").is_whole());
  CHECK_FALSE(dec("3.5").is_whole());
}

TEST_CASE("rounding to a step") {
  struct Row {
    std::string value, step, nearest, up, down;
  };
  const Row rows[] = {
      {"101", "2.5", "100", "102.5", "100"},      {"101.25", "2.5", "100", "102.5", "100"},
      {"101.26", "2.5", "102.5", "102.5", "100"}, {"100", "2.5", "100", "100", "100"},
      {"-101", "2.5", "-100", "-100", "-102.5"},  {"-101.25", "2.5", "-102.5", "-100", "-102.5"},
      {"33.3", "0", "33.3", "33.3", "33.3"},      {"0.4", "1", "0", "1", "0"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.value, row.step);
    CHECK(round_to(dec(row.value), dec(row.step), Rounding::nearest).text() == row.nearest);
    CHECK(round_to(dec(row.value), dec(row.step), Rounding::up).text() == row.up);
    CHECK(round_to(dec(row.value), dec(row.step), Rounding::down).text() == row.down);
  }
}

TEST_CASE("a rounded load is a multiple of its step, less than a step away") {
  std::mt19937 random(1);
  for (int i = 0; i < 2000; ++i) {
    const Decimal value = Decimal::nano(static_cast<std::int64_t>(random()) * 100);
    const Decimal step = Decimal::nano(1 + static_cast<std::int64_t>(random() % 5'000'000'000u));
    const Decimal down = round_to(value, step, Rounding::down);
    const Decimal up = round_to(value, step, Rounding::up);
    const Decimal near = round_to(value, step, Rounding::nearest);
    CAPTURE(value.text(), step.text());
    CHECK(down.nano() % step.nano() == 0);
    CHECK((down <= value && value - down < step));
    CHECK((up >= value && up - value < step));
    CHECK((near == down || near == up));
  }
}

TEST_CASE("products and quotients are exact, cut towards zero, and stop at the largest decimal") {
  __extension__ using Wide = __int128;
  const auto cut = [](Wide exact) {
    constexpr Wide kMost = INT64_MAX;
    return static_cast<std::int64_t>(std::clamp(exact, -kMost, kMost));
  };
  std::mt19937_64 random(3);
  for (int i = 0; i < 20'000; ++i) {
    const auto any = [&] {  // of all sizes, whole ones among them
      const auto size = static_cast<int>(random() % 63);
      const auto n = static_cast<std::int64_t>(random() >> 1 >> size);
      const bool whole = random() % 4 == 0;
      const std::int64_t value = whole ? n / Decimal::kScale * Decimal::kScale : n;
      return random() % 2 == 0 ? value : -value;
    };
    const std::int64_t a = any(), b = any();
    CAPTURE(a, b);
    CHECK((Decimal::nano(a) * Decimal::nano(b)).nano() == cut(Wide{a} * b / Decimal::kScale));
    const std::int64_t quotient = b == 0 ? 0 : cut(Wide{a} * Decimal::kScale / b);
    CHECK((Decimal::nano(a) / Decimal::nano(b)).nano() == quotient);
  }
}

TEST_CASE("every decimal reads back from its text") {
  std::mt19937_64 random(2);
  for (int i = 0; i < 2000; ++i) {
    const Decimal value =
        Decimal::nano(static_cast<std::int64_t>(random() % 1'000'000'000'000'000'000u));
    CAPTURE(value.nano());
    CHECK(Decimal::parse(value.text()) == value);
  }
}

}  // namespace
}  // namespace meso
