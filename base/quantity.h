// The units of training, as types that don't mix.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/decimal.h"

namespace meso {

// 1 lb = 0.45359237 kg exactly. Increments are never converted between the two.
enum class MassUnit : std::uint8_t { kg, lb };

struct Load {
  Decimal amount;
  MassUnit unit = MassUnit::kg;
  friend constexpr bool operator==(Load, Load) = default;
};

struct Percent {
  Decimal value;  // 87.5 means 87.5 %
  friend constexpr auto operator<=>(Percent, Percent) = default;
};
inline Decimal percent_of(Percent percent, Decimal whole) {
  return percent_of(percent.value, whole);
}
inline constexpr Percent kWhole{Decimal::whole(100)};

// Reps in reserve, 0 to 10 in steps of 0.5; RPE (lifting) is 10 - RIR.
struct Rir {
  Decimal value;
  friend constexpr auto operator<=>(Rir, Rir) = default;
};
constexpr Rir rir_from_rpe(Decimal rpe) { return {Decimal::whole(10) - rpe}; }

// Counts that don't mix: 30 reps are neither 30 seconds nor 30 meters.
struct Reps {
  int count = 0;
  friend constexpr auto operator<=>(Reps, Reps) = default;
};
struct Seconds {
  int count = 0;
  friend constexpr auto operator<=>(Seconds, Seconds) = default;
};
struct Meters {
  int count = 0;
  friend constexpr auto operator<=>(Meters, Meters) = default;
};

// Inclusive bounds of one kind.
template <class T>
struct Between {
  T low, high;
  constexpr bool is_single() const { return low == high; }
  friend constexpr bool operator==(Between, Between) = default;
};
using RepRange = Between<Reps>;
using TimeRange = Between<Seconds>;
using DistanceRange = Between<Meters>;

// Inclusive bounds of a plain count: sets, weeks.
struct Range {
  int low = 0;
  int high = 0;
  constexpr bool is_single() const { return low == high; }
  friend constexpr bool operator==(Range, Range) = default;
};

enum class Unit : std::uint8_t {
  none,
  kg,
  lb,
  percent,
  reps,
  sets,
  seconds,
  minutes,
  hours,
  days,
  weeks,
  meters,
};

// A number with its unit as written: `60-90 s`, `2.5 kg`, `5%`, `4`.
struct Quantity {
  Decimal low;
  Decimal high;
  Unit unit = Unit::none;
  friend constexpr bool operator==(Quantity, Quantity) = default;
};

std::string_view text(MassUnit unit);
std::string_view text(Unit unit);
// The unit a coach means by this word ("kg", "lbs", "min", "seconds"), whatever its case.
std::optional<Unit> unit_from(std::string_view word);
constexpr bool is_mass(Unit unit) { return unit == Unit::kg || unit == Unit::lb; }
// Whole seconds of a time quantity's number; nothing for units that aren't time.
std::optional<int> seconds_in(Decimal amount, Unit unit);
// Dates that a wait of this long means: 36 h is rounded up to 2 days.
std::optional<int> days_in(Decimal amount, Unit unit);
// Exact conversion of a load (never of an increment).
Load in_other_unit(Load load, MassUnit unit);  // than its own
inline Load to_unit(Load load, MassUnit unit) {
  return load.unit == unit ? load : in_other_unit(load, unit);
}

std::string text(Load load);            // "102.5 kg"
std::string text(Percent percent);      // "87.5%"
std::string text(const Quantity& q);    // "60-90 s"
std::string text(Range range);          // "6-8"
std::string text(RepRange range);       // "6-8"
std::string text(TimeRange range);      // "30 s", "60-90 s"
std::string text(DistanceRange range);  // "20 m"

}  // namespace meso
