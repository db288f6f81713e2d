// A measure of the plan, be it a goal's or a tracked one, as readings over time.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "runtime/report/lifts.h"
#include "runtime/report/series.h"
#include "runtime/step/state.h"

namespace meso {

struct Measure {
  Metric metric = Metric::e1rm;
  ReferenceKind reference;  // n_rm: which
  std::optional<ExerciseId> exercise;
  std::optional<GroupId> group;
};

struct MeasureSeries {
  std::string name;  // "e1RM of back squat", "sleep"
  std::string unit;  // "kg", "cm", "of 5"; may be empty
  std::vector<Point> points;
  TrendRule rule;
};

// What measures are read from.
struct Measured {
  const RunPlan& run;
  const History& history;
  const State& state;
  const std::vector<LiftedSession>& sessions;
  const std::vector<LiftReport>& lifts;
  const Weeks& weeks;
};

MeasureSeries series_of(const Measured& from, const Measure& measure);

}  // namespace meso
