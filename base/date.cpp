#include "base/date.h"

#include <algorithm>
#include <charconv>
#include <chrono>

namespace meso {
namespace {

using namespace std::chrono;

std::optional<int> number(std::string_view digits) {
  int value = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  if (error != std::errc() || end != digits.data() + digits.size()) return std::nullopt;
  return value;
}

std::string padded(int value, std::size_t width) {
  std::string digits = std::to_string(value);
  return std::string(width - std::min(width, digits.size()), '0') + digits;
}

}  // namespace

std::optional<Date> parse_date(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  const auto y = number(text.substr(0, 4)), m = number(text.substr(5, 2)),
             d = number(text.substr(8, 2));
  if (!y || !m || !d || *m < 1 || *d < 1) return std::nullopt;
  const year_month_day date{year(*y), month(static_cast<unsigned>(*m)),
                            day(static_cast<unsigned>(*d))};
  if (!date.ok()) return std::nullopt;
  return Date{static_cast<int>(sys_days(date).time_since_epoch().count())};
}

std::string text(Date date) {
  const year_month_day parts{sys_days(days(date.day_number))};
  return padded(static_cast<int>(parts.year()), 4) + "-" +
         padded(static_cast<int>(static_cast<unsigned>(parts.month())), 2) + "-" +
         padded(static_cast<int>(static_cast<unsigned>(parts.day())), 2);
}

int weekday_number(Date date) {
  return static_cast<int>(weekday(sys_days(days(date.day_number))).iso_encoding()) - 1;
}

}  // namespace meso
