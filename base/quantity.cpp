#include "base/quantity.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/text.h"

namespace meso {
namespace {

struct UnitWord {
  std::string_view word;
  Unit unit;
};

// Every spelling a coach uses; the first of each unit is the one that is printed.
constexpr std::array kUnitWords = std::to_array<UnitWord>({
    {"kg", Unit::kg},           {"kgs", Unit::kg},          {"kilo", Unit::kg},
    {"kilos", Unit::kg},        {"lb", Unit::lb},           {"lbs", Unit::lb},
    {"pounds", Unit::lb},       {"pound", Unit::lb},        {"%", Unit::percent},
    {"percent", Unit::percent}, {"reps", Unit::reps},       {"rep", Unit::reps},
    {"sets", Unit::sets},       {"set", Unit::sets},        {"s", Unit::seconds},
    {"sec", Unit::seconds},     {"secs", Unit::seconds},    {"second", Unit::seconds},
    {"seconds", Unit::seconds}, {"min", Unit::minutes},     {"mins", Unit::minutes},
    {"minute", Unit::minutes},  {"minutes", Unit::minutes}, {"h", Unit::hours},
    {"hour", Unit::hours},      {"hours", Unit::hours},     {"day", Unit::days},
    {"days", Unit::days},       {"week", Unit::weeks},      {"weeks", Unit::weeks},
    {"m", Unit::meters},        {"meters", Unit::meters},   {"metres", Unit::meters},
});

}  // namespace

std::string_view text(MassUnit unit) { return unit == MassUnit::kg ? "kg" : "lb"; }

std::string_view text(Unit unit) {
  switch (unit) {
    case Unit::none: return "";
    case Unit::kg: return "kg";
    case Unit::lb: return "lb";
    case Unit::percent: return "%";
    case Unit::reps: return "reps";
    case Unit::sets: return "sets";
    case Unit::seconds: return "s";
    case Unit::minutes: return "min";
    case Unit::hours: return "h";
    case Unit::days: return "days";
    case Unit::weeks: return "weeks";
    case Unit::meters: return "m";
  }
  return "";
}

std::optional<Unit> unit_from(std::string_view word) {
  for (const auto& entry : kUnitWords)
    if (equal_ignoring_case(entry.word, word)) return entry.unit;
  return std::nullopt;
}

namespace {

int whole_number(Decimal amount) {
  return static_cast<int>(std::clamp<std::int64_t>(amount.floor(), -INT32_MAX, INT32_MAX));
}

}  // namespace

std::optional<int> seconds_in(Decimal amount, Unit unit) {
  switch (unit) {
    case Unit::seconds: return whole_number(amount);
    case Unit::minutes: return whole_number(amount * Decimal::whole(60));
    case Unit::hours: return whole_number(amount * Decimal::whole(3600));
    default: return std::nullopt;
  }
}

std::optional<int> days_in(Decimal amount, Unit unit) {
  const auto up = [](Decimal d) { return -whole_number(-d); };
  switch (unit) {
    case Unit::hours: return up(amount / Decimal::whole(24));
    case Unit::days: return up(amount);
    case Unit::weeks: return up(amount * Decimal::whole(7));
    default: return std::nullopt;
  }
}

Load in_other_unit(Load load, MassUnit unit) {
  static constexpr Decimal kKgPerLb = Decimal::nano(453'592'370);
  return {unit == MassUnit::kg ? load.amount * kKgPerLb : load.amount / kKgPerLb, unit};
}

std::string text(Load load) { return load.amount.text() + " " + std::string(text(load.unit)); }

std::string text(Percent percent) { return percent.value.text() + "%"; }

std::string text(const Quantity& q) {
  std::string out = q.low.text();
  if (q.high != q.low) out += "-" + q.high.text();
  if (q.unit == Unit::none) return out;
  if (q.unit == Unit::percent) return out + "%";
  const bool one = q.low == q.high && q.low == Decimal::whole(1);
  if (one && q.unit == Unit::reps) return out + " rep";
  if (one && q.unit == Unit::sets) return out + " set";
  if (one && q.unit == Unit::days) return out + " day";
  if (one && q.unit == Unit::weeks) return out + " week";
  return out + " " + std::string(text(q.unit));
}

std::string text(RepRange range) { return text(Range{range.low.count, range.high.count}); }
std::string text(TimeRange range) { return text(Range{range.low.count, range.high.count}) + " s"; }
std::string text(DistanceRange range) {
  return text(Range{range.low.count, range.high.count}) + " m";
}

std::string text(Range range) {
  return range.is_single() ? std::to_string(range.low)
                           : std::to_string(range.low) + "-" + std::to_string(range.high);
}

}  // namespace meso
