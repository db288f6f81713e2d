// What an athlete can have meant: the bounds of what a log reports. Numbers outside are slips of
// the pen, and are said so in the athlete's words.
#pragma once

#include <string>
#include <string_view>

#include "runtime/journal/journal.h"

namespace meso::journal {

inline constexpr int kMostReps = 999;
inline constexpr int kMostSeconds = 36'000;
inline constexpr int kMostMeters = 100'000;
inline constexpr int kMostSets = 99;  // on one line

// Each gives the message, or nothing where all is well.
std::string wrong_load(Load load);  // what is added to bodyweight may be below zero
std::string wrong_rir(Decimal written, bool as_rpe);
std::string wrong_reading(const WrittenReading& reading);
std::string wrong_amount(Decimal amount, DoneSet::Of of);

}  // namespace meso::journal
