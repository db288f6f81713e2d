#include "compiler/data/load.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "base/text.h"

namespace meso {
namespace {

constexpr Decimal kMostKg = Decimal::whole(1000);
constexpr std::string_view kExample = "write a number with its unit: `140 kg`";

bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool all_digits(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), is_digit);
}

std::string_view trimmed(std::string_view text) {
  const std::size_t first = text.find_first_not_of(" \t");
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t") + 1 - first);
}

struct LoadText {
  std::string_view number;
  std::string_view unit;
};

LoadText split(std::string_view text) {
  const std::string_view whole = trimmed(text);
  const std::size_t end = std::min(whole.find_first_not_of("0123456789.,+-"), whole.size());
  return {whole.substr(0, end), trimmed(whole.substr(end))};
}

std::string in_code(std::string_view text) { return "`" + std::string(text) + "`"; }

std::string with_unit(std::string_view number, std::string_view unit, MassUnit usual) {
  return std::string(number) + " " + std::string(unit.empty() ? text(usual) : unit);
}

// `102,5` as `102.5`; nothing when it isn't one number with one comma.
std::optional<std::string> with_point(std::string_view number) {
  const std::size_t comma = number.find(',');
  if (comma == std::string_view::npos) return std::nullopt;
  const std::string_view whole = number.substr(0, comma), places = number.substr(comma + 1);
  if (!all_digits(whole) || !all_digits(places)) return std::nullopt;
  return std::string(whole) + "." + std::string(places);
}

void report_decimal_comma(Span where, std::string mended, bool safe, Sink& sink) {
  sink.report(kind::decimal_comma, where, "a decimal comma: decimals are written with a point")
      .fix({"write " + in_code(mended), where, std::move(mended), safe});
}

std::optional<Decimal> read_number(LoadText parts, const YamlValue& value, MassUnit usual,
                                   Sink& sink) {
  if (const auto mended = with_point(parts.number)) {
    report_decimal_comma(value.span, with_unit(*mended, parts.unit, usual), !parts.unit.empty(),
                         sink);
    return std::nullopt;
  }
  const bool negative = parts.number.starts_with('-');
  const auto number = Decimal::parse(parts.number.substr(negative ? 1 : 0));
  if (!number) {
    sink.report(kind::wrong_value, value.span, quoted(value.text) + " isn't a load")
        .advise(std::string(kExample));
    return std::nullopt;
  }
  return negative ? -*number : *number;
}

std::optional<MassUnit> read_unit(LoadText parts, const YamlValue& value, MassUnit usual,
                                  Sink& sink) {
  if (parts.unit.empty()) {
    const std::string mended = with_unit(parts.number, "", usual);
    sink.report(kind::wrong_value, value.span, "a load needs its unit: " + in_code(mended))
        .fix({"write " + in_code(mended), value.span, mended, false});
    return std::nullopt;
  }
  const std::optional<Unit> unit = unit_from(parts.unit);
  if (unit == Unit::kg) return MassUnit::kg;
  if (unit == Unit::lb) return MassUnit::lb;
  sink.report(unit ? kind::wrong_value : kind::unknown_unit, value.span,
              "a load is in kg or lb, not in " + quoted(parts.unit))
      .advise(std::string(kExample));
  return std::nullopt;
}

bool is_sensible(Load load, const YamlValue& value, Sink& sink) {
  if (load.amount <= Decimal()) {
    sink.report(kind::wrong_value, value.span, "a load is above 0, and this is " + text(load))
        .advise("leave the entry out where there is no load to give");
    return false;
  }
  if (to_unit(load, MassUnit::kg).amount <= kMostKg) return true;
  sink.report(kind::wrong_value, value.span, text(load) + " is more than anyone lifts")
      .advise("loads go up to 1000 kg");
  return false;
}

}  // namespace

std::string_view shape_words(YamlValue::Kind kind) {
  switch (kind) {
    case YamlValue::Kind::null: return "nothing";
    case YamlValue::Kind::scalar: return "text";
    case YamlValue::Kind::list: return "a list";
    case YamlValue::Kind::map: return "a map";
  }
  return "";
}

std::optional<Load> read_load(const YamlValue& value, MassUnit usual, Sink& sink) {
  if (value.kind != YamlValue::Kind::scalar) {
    const bool empty = value.kind == YamlValue::Kind::null;
    sink.report(empty ? kind::wrong_value : kind::wrong_shape, value.span,
                std::string(shape_words(value.kind)) + " where a load is wanted")
        .advise(std::string(kExample));
    return std::nullopt;
  }
  const LoadText parts = split(value.text);
  const std::optional<Decimal> number = read_number(parts, value, usual, sink);
  if (!number) return std::nullopt;
  const std::optional<MassUnit> unit = read_unit(parts, value, usual, sink);
  if (!unit) return std::nullopt;
  const Load load{*number, *unit};
  return is_sensible(load, value, sink) ? std::optional(load) : std::nullopt;
}

bool report_split_decimal(const YamlValue& left, Span right, std::string_view right_text,
                          Sink& sink) {
  const bool touch = right.begin == left.span.end + 1;  // the comma alone stands between them
  const LoadText places = split(right_text);
  if (left.quoted || !touch || !all_digits(left.text)) return false;
  if (!all_digits(places.number) || places.number.size() > 2 || places.unit.empty()) return false;
  report_decimal_comma(join(left.span, right), left.text + "." + std::string(trimmed(right_text)),
                       false, sink);
  return true;
}

}  // namespace meso
