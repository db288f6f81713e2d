#include "runtime/journal/limits.h"

#include <array>

#include "base/text.h"

namespace meso::journal {
namespace {

struct Scale {
  std::string_view what;
  int low;
  int high;
  bool whole;
};
constexpr std::array kScales = std::to_array<Scale>({
    {"soreness", 0, 10, true},
    {"energy", 1, 5, true},
    {"sleep", 1, 5, true},
    {"stress", 1, 5, true},
    {"mood", 1, 5, true},
    {"HRV", 1, 400, false},
    {"resting heart rate", 20, 250, false},
});

bool is_within(Decimal value, int low, int high) {
  return value >= Decimal::whole(low) && value <= Decimal::whole(high);
}

std::string wrong_on(const Scale& scale, Decimal number) {
  if (is_within(number, scale.low, scale.high) && (number.is_whole() || !scale.whole)) return {};
  return std::string(scale.what) + " goes from " + std::to_string(scale.low) + " to " +
         std::to_string(scale.high) + (number.is_whole() ? "" : ", in whole numbers") + ": not " +
         number.text();
}

std::string wrong_bodyweight(const WrittenReading& reading) {
  const auto unit = unit_from(reading.unit);
  if (!unit || !is_mass(*unit)) return "bodyweight is written in kg or lb: bodyweight 82 kg";
  const bool kg = *unit == Unit::kg;
  const int low = kg ? 20 : 45, high = kg ? 400 : 880;
  if (is_within(reading.number, low, high)) return {};
  return "bodyweight goes from " + std::to_string(low) + " to " + std::to_string(high) + " " +
         std::string(text(*unit)) + ": not " + reading.number.text();
}

}  // namespace

std::string wrong_load(Load load) {
  const int most = load.unit == MassUnit::kg ? 700 : 1500;
  const Decimal size = load.amount < Decimal() ? -load.amount : load.amount;
  if (size <= Decimal::whole(most)) return {};
  return text(Load{size, load.unit}) + " is more than anyone lifts: at most " +
         std::to_string(most) + " " + std::string(text(load.unit));
}

std::string wrong_rir(Decimal written, bool as_rpe) {
  const bool half = (written + written).is_whole();
  if (half && is_within(written, 0, 10)) return {};
  return std::string(as_rpe ? "RPE" : "RIR") + " goes from 0 to 10" + (half ? "" : ", in halves") +
         ": not " + written.text();
}

std::string wrong_reading(const WrittenReading& reading) {
  if (reading.what == "bodyweight") return wrong_bodyweight(reading);
  for (const Scale& scale : kScales)
    if (scale.what == reading.what) return wrong_on(scale, reading.number);
  return {};
}

std::string wrong_amount(Decimal amount, DoneSet::Of of) {
  struct Bound {
    int most;
    std::string_view unit, name;
  };
  constexpr std::array<Bound, 3> kBounds = {
      {{kMostReps, "", "reps"}, {kMostSeconds, " s", "seconds"}, {kMostMeters, " m", "meters"}}};
  const Bound& bound = kBounds[static_cast<std::size_t>(of)];
  if (!amount.is_whole())
    return amount.text() + " " + std::string(bound.name) + ": a set counts whole " +
           std::string(bound.name);
  if (is_within(amount, 0, bound.most)) return {};
  return amount.text() + " " + std::string(bound.name) + " in one set: at most " +
         std::to_string(bound.most) + std::string(bound.unit);
}

}  // namespace meso::journal
