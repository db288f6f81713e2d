#include "runtime/report/goals.h"

#include <algorithm>

namespace meso {
namespace {

using Standing = GoalReport::Standing;

constexpr std::size_t kBaselineReadings = 2;

// In the plan's unit where it is a mass.
Decimal amount_of(const Quantity& quantity, MassUnit units) {
  if (!is_mass(quantity.unit)) return quantity.low;
  const MassUnit given = quantity.unit == Unit::kg ? MassUnit::kg : MassUnit::lb;
  return to_unit({quantity.low, given}, units).amount;
}

// A single reading is no place to start from.
std::optional<Decimal> first_readings(const std::vector<Point>& points) {
  std::vector<Decimal> first;
  for (const Point& p : points)
    if (p.counts && first.size() < kBaselineReadings) first.push_back(p.value);
  if (first.size() < kBaselineReadings) return std::nullopt;
  return mean(first);
}

std::optional<Decimal> target_of(const Goal& goal, const std::optional<Decimal>& baseline,
                                 MassUnit units) {
  if (!goal.is_growth) return amount_of(goal.target, units);
  if (!baseline) return std::nullopt;
  if (goal.target.unit == Unit::percent) return *baseline + percent_of(goal.target.low, *baseline);
  return *baseline + amount_of(goal.target, units);
}

Standing standing_of(const GoalReport& goal) {
  if (goal.trend.way == Trend::Way::stale) return Standing::stale;
  if (!goal.trend.is_known() || !goal.baseline || !goal.target) return Standing::too_early;
  const bool up = *goal.target >= *goal.baseline;
  const Decimal now = *goal.trend.now;
  if (up ? now >= *goal.target : now <= *goal.target) return Standing::reached;
  if (goal.trend.way == Trend::Way::level) return Standing::level;
  return (goal.trend.way == Trend::Way::rising) == up ? Standing::on_the_way : Standing::away;
}

// The athlete has been in the block, and is in it no more.
bool has_left(const Measured& from, BlockId block) {
  const auto& sessions = from.history.sessions;
  const bool was_there = std::any_of(sessions.begin(), sessions.end(), [&](const auto& s) {
    return s.session && s.session->block == block;
  });
  const Control& control = from.state.control;
  const Place& home = control.interrupted ? *control.interrupted : control.place;
  return was_there && (control.finished || home.block != block);
}

GoalReport report_of(const Measured& from, const Goal& goal) {
  const Plan& plan = from.run.plan();
  MeasureSeries series = series_of(from, {goal.metric, goal.reference, goal.exercise, goal.group});
  GoalReport out;
  out.name = std::move(series.name);
  out.unit = std::move(series.unit);
  if (goal.by_end_of) {
    out.by = plan.blocks[*goal.by_end_of].name;
    out.is_due = has_left(from, *goal.by_end_of);
  }
  if (goal.metric == Metric::soreness) {
    out.standing = Standing::refused;
    return out;
  }
  out.points = std::move(series.points);
  out.baseline_is_written = goal.from.has_value();
  out.baseline = goal.from ? amount_of(*goal.from, plan.units) : first_readings(out.points);
  out.target = target_of(goal, out.baseline, plan.units);
  out.weeks = week_means(out.points, from.weeks);
  out.trend = trend_of(out.weeks, series.rule);
  out.standing = standing_of(out);
  return out;
}

bool is_measure_of_lift(const std::vector<LiftReport>& lifts, const Track& track) {
  return std::any_of(lifts.begin(), lifts.end(), [&](const LiftReport& lift) {
    if (track.exercise != lift.exercise) return false;
    switch (lift.measure) {
      case LiftMeasure::e1rm: return track.metric == Metric::e1rm;
      case LiftMeasure::load: return track.metric == Metric::load;
      case LiftMeasure::amount: return track.metric == Metric::reps;
    }
    return false;
  });
}

}  // namespace

std::string_view text(Standing standing) {
  switch (standing) {
    case Standing::refused: return "refused";
    case Standing::too_early: return "too early";
    case Standing::stale: return "stale";
    case Standing::reached: return "reached";
    case Standing::on_the_way: return "on the way";
    case Standing::level: return "level";
    case Standing::away: return "away";
  }
  return "";
}

std::vector<GoalReport> goal_reports(const Measured& from) {
  std::vector<GoalReport> out;
  for (const Goal& goal : from.run.plan().goals) out.push_back(report_of(from, goal));
  return out;
}

std::vector<MetricReport> metric_reports(const Measured& from) {
  std::vector<MetricReport> out;
  for (const Track& track : from.run.plan().tracks) {
    if (track.metric == Metric::soreness) continue;
    MeasureSeries series = series_of(from, {track.metric, {}, track.exercise, {}});
    MetricReport metric;
    metric.name = std::move(series.name);
    metric.unit = std::move(series.unit);
    metric.readings_a_week = series.rule.readings_a_week;
    metric.is_of_lift = is_measure_of_lift(from.lifts, track);
    metric.points = std::move(series.points);
    metric.weeks = week_means(metric.points, from.weeks);
    metric.trend = trend_of(metric.weeks, series.rule);
    out.push_back(std::move(metric));
  }
  return out;
}

}  // namespace meso
