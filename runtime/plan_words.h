// The words that stand for closed sets in the JSON form of a plan. They are part of that format:
// a word is never given another meaning.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string_view>
#include <type_traits>
#include <utility>
#include <variant>

#include "runtime/plan.h"

namespace meso {

using WordList = std::span<const std::string_view>;

// Names a closed set where a value of it isn't at hand.
template <class Set>
struct ClosedSet {};

// All words of a closed set: of an enum in its order, of a variant one for each alternative, empty
// where that is written as something else than a word.
WordList words(ClosedSet<Level>);
WordList words(ClosedSet<MassUnit>);
WordList words(ClosedSet<Equipment>);
WordList words(ClosedSet<Unit>);  // "none" for a bare number
WordList words(ClosedSet<Rounding>);
WordList words(ClosedSet<Metric>);
WordList words(ClosedSet<Weekday>);
WordList words(ClosedSet<MissedWork::Becomes>);
WordList words(ClosedSet<WeekKind>);
WordList words(ClosedSet<SetStyle::Kind>);
WordList words(ClosedSet<SetTarget>);
WordList words(ClosedSet<LoadSpec>);
WordList words(ClosedSet<Verdict>);
WordList words(ClosedSet<Reads>);
WordList words(ClosedSet<Compare>);
WordList words(ClosedSet<Window::Over>);
WordList words(ClosedSet<LiftQuantifier::Of>);
WordList words(ClosedSet<Changes>);
WordList words(ClosedSet<Change::How>);
WordList words(ClosedSet<Change::Per>);
WordList words(ClosedSet<ChangeValue>);
WordList words(ClosedSet<Action>);
WordList words(ClosedSet<Wait::After>);

// What the constants that a signal is compared with are called; none where they are numbers.
WordList constant_words(Reads reads);

template <class Enum>
std::string_view word(Enum value) {
  static_assert(std::is_enum_v<Enum>);
  const auto all = words(ClosedSet<Enum>{});
  const auto i = static_cast<std::size_t>(value);
  return i < all.size() ? all[i] : std::string_view();
}

template <class... Alternatives>
std::string_view word(const std::variant<Alternatives...>& value) {
  return words(ClosedSet<std::variant<Alternatives...>>{})[value.index()];
}

// The place of a word among all of its set; nothing for any other.
std::optional<std::size_t> place_of(std::string_view word, WordList all);

// The alternative that stands at this place, with nothing in it yet.
template <class Variant, std::size_t at = 0>
Variant alternative(std::size_t place) {
  if constexpr (at + 1 < std::variant_size_v<Variant>)
    if (place != at) return alternative<Variant, at + 1>(place);
  return Variant(std::in_place_index<at>);
}

// The value that a word stands for; nothing for any other word.
template <class Set>
std::optional<Set> from_word(std::string_view word) {
  const auto place = place_of(word, words(ClosedSet<Set>{}));
  if (!place) return std::nullopt;
  if constexpr (std::is_enum_v<Set>)
    return static_cast<Set>(*place);
  else
    return alternative<Set>(*place);
}

}  // namespace meso
