// The readings of a check-in's line, `soreness quads 0, lower back 2, energy 4`, as they are
// gathered.
#include <algorithm>
#include <array>

#include "base/text.h"
#include "runtime/journal/body_state.h"
#include "runtime/journal/limits.h"

namespace meso::journal {
namespace {

constexpr std::array kRepMaxes =
    std::to_array<std::string_view>({"1RM", "2RM", "3RM", "4RM", "5RM", "6RM", "7RM", "8RM", "9RM",
                                     "10RM", "11RM", "12RM", "13RM", "14RM", "15RM"});

std::string called(const WrittenReading& reading) {
  if (reading.of.empty()) return std::string(reading.what);
  const std::string_view joint = reading.what == "pain" ? " in " : " of ";
  return std::string(reading.what) + std::string(joint) + std::string(reading.of);
}

// Pains and red flags may be several, but not beside the word that there are none.
bool are_at_odds(const WrittenReading& a, const WrittenReading& b) {
  const bool many = a.what == "pain" || a.what == "red flag";
  return many && a.what == b.what && (a.word == "none") != (b.word == "none");
}

bool is_same(const WrittenReading& a, const WrittenReading& b) {
  return equal_ignoring_case(a.what, b.what) && equal_ignoring_case(a.of, b.of) &&
         (a.what != "red flag" || a.word == b.word);
}

// What is wrong with a reading beside those before it; said once of each contradiction.
std::string clash(const std::vector<WrittenReading>& before, const WrittenReading& next,
                  bool once) {
  const auto is_next = [&](const WrittenReading& r) { return is_same(r, next); };
  if (once && std::ranges::any_of(before, is_next))
    return called(next) + " stands twice in this record";
  const auto odd =
      std::ranges::find_if(before, [&](const WrittenReading& r) { return are_at_odds(r, next); });
  if (odd == before.end()) return {};
  const bool said =
      std::ranges::any_of(before, [&](const WrittenReading& r) { return are_at_odds(r, *odd); });
  return said ? "" : std::string(next.what) + " can't be none and be there at once";
}

// What an `athlete` record takes, beside metrics such as `height 180 cm`.
bool belongs_to_check_in(const WrittenReading& reading) {
  constexpr std::array kFelt = std::to_array<std::string_view>(
      {"energy", "sleep", "stress", "mood", "HRV", "resting heart rate", "pain", "red flag"});
  return reading.what.starts_with("soreness") || std::ranges::count(kFelt, reading.what) > 0;
}

}  // namespace

void BodyState::push() {
  next.line = line();
  if (std::string wrong = wrong_reading(next); !wrong.empty()) problem(std::move(wrong));
  const EntryKind kind = body_kind(entry);
  if (kind == EntryKind::athlete && belongs_to_check_in(next))
    problem(std::string(next.what) + " belongs into a check-in");
  const bool once = kind == EntryKind::check_in || kind == EntryKind::athlete;
  if (std::string wrong = clash(entry.readings, next, once); !wrong.empty())
    problem(std::move(wrong), "keep one of them");
  entry.readings.push_back(next);
  after_soreness_ = next.what == "soreness";
  next = {};
}

void BodyState::end_number() {
  const auto value = decimal(number_);
  if (!value) return;
  next.number = *value;
  push();
}

void BodyState::end_soreness() {
  next = {};
  next.what = "soreness";
  next.of = tidy(name_);
  end_number();
}

void BodyState::end_named() {
  if (after_soreness_ && next.unit.empty()) return end_soreness();
  next.what = tidy(name_);
  if (equal_ignoring_case(next.what, "bodyweight")) next.what = "bodyweight";
  if (const auto unit = unit_from(next.unit)) next.unit = text(*unit);
  end_number();
}

void BodyState::end_max() {
  next = {};
  next.of = tidy(name_);
  next.what = "training max";
  if (max_kind_.front() >= '0' && max_kind_.front() <= '9') {
    const std::string_view digits = max_kind_.substr(0, max_kind_.size() - 2);
    const int reps = whole(digits, 1, kRepMaxes.size(), "rep maxes");
    next.what = kRepMaxes[static_cast<std::size_t>(reps - 1)];
  }
  const auto load = mass();
  if (!load) return;
  if (std::string wrong = wrong_load(*load); !wrong.empty()) problem(std::move(wrong));
  next.number = load->amount;
  next.unit = text(load->unit);
  push();
}

}  // namespace meso::journal
