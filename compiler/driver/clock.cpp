#include "compiler/driver/clock.h"

#include <sys/time.h>
#include <time.h>

#include <cstdio>

namespace meso {

Date today_by_the_clock() {
  const time_t now = time(nullptr);
  struct tm local {};
  if (localtime_r(&now, &local) == nullptr) return Date{static_cast<int>(now / 86'400)};
  char text[40];
  std::snprintf(text, sizeof text, "%04d-%02d-%02d", local.tm_year + 1900, local.tm_mon + 1,
                local.tm_mday);
  return parse_date(text).value_or(Date{static_cast<int>(now / 86'400)});
}

double milliseconds() {
  timespec now{};
  clock_gettime(CLOCK_MONOTONIC, &now);
  return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}

}  // namespace meso
