// Calendar dates: whole days, no clock and no time zone.
#pragma once

#include <compare>
#include <optional>
#include <string>
#include <string_view>

namespace meso {

struct Date {
  int day_number = 0;  // days since 1970-01-01
  friend constexpr auto operator<=>(Date, Date) = default;
};

// `2026-03-31`; nothing for another form, or for a day that no calendar has.
std::optional<Date> parse_date(std::string_view text);
std::string text(Date date);
int weekday_number(Date date);  // 0 for Monday

}  // namespace meso
