// The charts of a progress page, as SVG: black and grey only, each with a title and a description
// for those who don't see it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "runtime/report/series.h"
#include "runtime/report/volume.h"

namespace meso {

struct ChartFrame {
  std::string id;  // unique on the page
  std::string title, description;
  std::string unit;
  int first_day = 0, last_day = 0;
};

// Readings as dots (hollow: not part of the trend), the weekly means as a line, a goal as a dashed
// one. Nothing of fewer than three readings.
std::string line_chart(const ChartFrame& frame, const std::vector<Point>& points,
                       const std::vector<WeekMean>& means, std::optional<Decimal> target);

// A bar a week for what was done, a line across it for the plan's number. All charts of a page
// share `most`, so that bars compare.
std::string week_bars(const ChartFrame& frame, const std::vector<WeekVolume>& weeks, Decimal most);

}  // namespace meso
