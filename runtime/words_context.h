// What words_condition.cpp and words_change.cpp share: numbers and lists. Private to runtime/words.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "runtime/words.h"

namespace meso::words {

using Amount = std::variant<Quantity, ParameterRef>;

// The constant, or the parameter's argument; without a call its name.
std::string operand(const Context& context, const Operand& value);
std::string amount(const Context& context, const Amount& value);
// The constant's number; zero where a parameter has no call.
Decimal number(const Context& context, const Operand& operand);
// The range where every set of the line has one, for "all sets reach 8".
std::optional<RepRange> one_range(const Context& context);
// "once", "twice", "3 times".
std::string times(int n);
// "a, b and c"; with `comma` also one before the last word, for long lists.
std::string listed(const std::vector<std::string>& items, std::string_view word, bool comma);

}  // namespace meso::words
