// The plan's goals: from where, where to, where they stand as a mean of three weeks, and whether
// that goes their way. What comes of it is promised nowhere.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "runtime/report/measures.h"

namespace meso {

struct GoalReport {
  enum class Standing : std::uint8_t {
    refused,    // soreness is no goal
    too_early,  // no trend yet, or nothing to start from
    stale,      // nothing was measured lately
    reached,
    on_the_way,
    level,
    away,
  };
  std::string name, unit;
  Standing standing = Standing::too_early;
  std::optional<Decimal> baseline, target;
  bool baseline_is_written = false;  // in the plan; else the mean of the first two readings
  Trend trend;                       // `now` is its mean of three weeks
  std::vector<Point> points;
  std::vector<WeekMean> weeks;
  std::string by;       // the block by whose end it is looked at
  bool is_due = false;  // that block has been left: time to look
};
std::string_view text(GoalReport::Standing standing);  // "on the way"

std::vector<GoalReport> goal_reports(const Measured& from);

// What the plan tracks, in its order; soreness is left out.
struct MetricReport {
  std::string name, unit;
  int readings_a_week = 2;  // so many make a week
  bool is_of_lift = false;  // the measure of a lift of this report: told there
  std::vector<Point> points;
  std::vector<WeekMean> weeks;
  Trend trend;
};
std::vector<MetricReport> metric_reports(const Measured& from);

}  // namespace meso
