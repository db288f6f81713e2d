// The words that stand for closed sets in the JSON form of a plan. They are part of that format:
// a word is never given another meaning.
#pragma once

#include <string_view>

#include "runtime/plan.h"

namespace meso {

std::string_view word(Level level);
std::string_view word(Unit unit);  // "none" for a bare number
std::string_view word(Rounding mode);
std::string_view target_word(const SetTarget& target);
std::string_view word(Reads reads);
std::string_view word(Compare compare);
std::string_view word(Pain pain);
std::string_view word(VersusLast versus);
std::string_view word(Baseline baseline);
std::string_view word(Window::Over over);
std::string_view word(LiftQuantifier::Of of);
std::string_view word(Changes changes);
std::string_view word(Change::How how);
std::string_view word(Change::Per per);

}  // namespace meso
