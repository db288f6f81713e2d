#include "runtime/scenario/words.h"

#include <algorithm>

namespace meso {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

}  // namespace

void StepWords::skip_blanks() {
  while (!left_.empty() && left_.front() == ' ') left_.remove_prefix(1);
}

bool StepWords::take(std::string_view phrase) {
  const bool whole =
      left_.starts_with(phrase) && (left_.size() == phrase.size() || left_[phrase.size()] == ' ');
  if (!whole) return false;
  left_.remove_prefix(phrase.size());
  skip_blanks();
  return true;
}

std::optional<std::string> StepWords::name() {
  const std::size_t close = left_.starts_with('"') ? left_.find('"', 1) : std::string_view::npos;
  if (close == std::string_view::npos) return std::nullopt;
  std::string name(left_.substr(1, close - 1));
  left_.remove_prefix(close + 1);
  skip_blanks();
  return name;
}

std::optional<int> StepWords::number() {
  constexpr std::size_t kMostDigits = 4;
  const auto end = std::find_if_not(left_.begin(), left_.end(), is_digit);
  const auto digits = static_cast<std::size_t>(end - left_.begin());
  const bool whole = digits == left_.size() || left_[digits] == ' ';
  if (digits == 0 || digits > kMostDigits || !whole) return std::nullopt;
  const int number = std::stoi(std::string(left_.substr(0, digits)));
  left_.remove_prefix(digits);
  skip_blanks();
  return number;
}

}  // namespace meso
