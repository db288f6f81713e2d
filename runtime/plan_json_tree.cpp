#include "runtime/plan_json_tree.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>

#include "base/text.h"

namespace meso {
namespace {

// ---- numbers ----------------------------------------------------------------------------------

bool take(std::string_view& text, std::string_view any_of) {
  if (text.empty() || any_of.find(text.front()) == any_of.npos) return false;
  text.remove_prefix(1);
  return true;
}

std::string_view take_digits(std::string_view& text) {
  const std::size_t end = std::min(text.find_first_not_of("0123456789"), text.size());
  const std::string_view digits = text.substr(0, end);
  text.remove_prefix(end);
  return digits;
}

// digits x 10^shift; nothing where that has more than nine places, or is too large.
std::optional<Decimal> scaled(std::string_view digits, int shift) {
  const std::size_t first = digits.find_first_not_of('0');
  if (first == digits.npos) return Decimal();
  digits.remove_prefix(first);
  for (; digits.back() == '0'; ++shift) digits.remove_suffix(1);
  std::int64_t nano = 0;
  const auto append = [&](char digit) {
    return !__builtin_mul_overflow(nano, std::int64_t{10}, &nano) &&
           !__builtin_add_overflow(nano, std::int64_t{digit - '0'}, &nano);
  };
  const int places = shift + 9;
  if (places < 0 || places > 18) return std::nullopt;
  for (const char digit : digits)
    if (!append(digit)) return std::nullopt;
  for (int i = 0; i < places; ++i)
    if (!append('0')) return std::nullopt;
  return Decimal::nano(nano);
}

// A number as JSON writes it, exponent included: other writers may use one.
std::optional<Decimal> exact(std::string_view text) {
  const bool negative = take(text, "-");
  std::string digits(take_digits(text));
  if (digits.empty()) return std::nullopt;
  int shift = 0;
  if (take(text, ".")) {
    const std::string_view fraction = take_digits(text);
    if (fraction.empty() || fraction.size() > 1000) return std::nullopt;
    digits += fraction;
    shift -= static_cast<int>(fraction.size());
  }
  if (take(text, "eE")) {
    const bool down = take(text, "-");
    if (!down) take(text, "+");
    const std::string_view exponent = take_digits(text);
    if (exponent.empty() || exponent.size() > 4) return std::nullopt;
    int by = 0;
    std::from_chars(exponent.data(), exponent.data() + exponent.size(), by);
    shift += down ? -by : by;
  }
  const auto value = text.empty() ? scaled(digits, shift) : std::nullopt;
  return value && negative ? -*value : value;
}

// ---- messages ---------------------------------------------------------------------------------

constexpr std::string_view kKeyLetters = "abcdefghijklmnopqrstuvwxyz_";

std::string_view name_of(JsonValue::Kind kind) {
  static constexpr std::array<std::string_view, 6> kNames = {
      "nothing (null)", "true or false", "a number", "text in quotes", "a list", "an object"};
  return kNames[static_cast<std::size_t>(kind)];
}

}  // namespace

std::string shown(std::string_view text) {
  constexpr std::size_t kMost = 60;
  std::string out;
  std::size_t i = 0;
  while (i < text.size() && out.size() < kMost) {
    const std::size_t length = code_point_length(text, i);
    const auto c = static_cast<unsigned char>(text[i]);
    out += c < 0x20 || c == 0x7f ? " " : text.substr(i, length);
    i += length;
  }
  return quoted(out + (i < text.size() ? "..." : ""));
}

// ---- values -----------------------------------------------------------------------------------

std::string JsonValue::path() const {
  if (parent_ == nullptr) return "";
  const std::string above = parent_->path();
  if (parent_->is(Kind::list)) return above + "[" + std::to_string(index_) + "]";
  const bool plain = key_.find_first_not_of(kKeyLetters) == key_.npos;
  return above + (above.empty() ? "" : ".") + (plain ? key_ : shown(key_));
}

PlanJsonError JsonValue::error(std::string_view what) const {
  return {path() + (parent_ == nullptr ? "the plan: " : ": ") + std::string(what)};
}

void JsonValue::expect(Kind kind) const {
  if (kind_ != kind)
    fail(std::string(name_of(kind)) + " is expected, not " + std::string(name_of(kind_)));
}

const JsonValue* JsonValue::find(std::string_view key) const {
  expect(Kind::object);
  const auto found = std::find_if(items_.begin(), items_.end(),
                                  [&](const JsonValue* item) { return item->key_ == key; });
  return found == items_.end() ? nullptr : *found;
}

const JsonValue& JsonValue::at(std::string_view key) const {
  if (const JsonValue* found = find(key)) return *found;
  fail("`" + std::string(key) + "` is missing");
}

const std::vector<const JsonValue*>& JsonValue::items() const {
  expect(Kind::list);
  return items_;
}

const std::vector<const JsonValue*>& JsonValue::members() const {
  expect(Kind::object);
  return items_;
}

const std::string& JsonValue::text() const {
  expect(Kind::string);
  return text_;
}

bool JsonValue::flag() const {
  expect(Kind::boolean);
  return flag_;
}

Decimal JsonValue::decimal() const {
  if (kind_ != Kind::string) expect(Kind::number);
  if (const auto value = exact(text_)) return *value;
  fail(shown(text_) + " isn't a number of at most nine digits before and after the point");
}

int JsonValue::whole(int least, int most) const {
  expect(Kind::number);
  const auto value = exact(text_);
  if (value && value->is_whole() && *value >= Decimal::whole(least) &&
      *value <= Decimal::whole(most))
    return static_cast<int>(value->floor());
  fail(shown(text_) + " isn't a whole number from " + std::to_string(least) + " to " +
       std::to_string(most));
}

}  // namespace meso
