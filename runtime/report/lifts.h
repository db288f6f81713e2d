// Each exercise over time: load, reps, estimated max and volume by session, a trend, and records.
// Performance and nothing else: this is what progress is measured by.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "runtime/report/lifted.h"
#include "runtime/report/series.h"

namespace meso {

// One lift in one session.
struct LiftPoint {
  int day = 0;
  int sets = 0;
  int amount = 0;                   // reps, seconds or meters of all sets
  Decimal volume;                   // load x reps, with the bodyweight where it is known
  LiftedSet best;                   // by estimated max, else by load, else by amount
  std::optional<Decimal> heaviest;  // load, without the bodyweight
  std::optional<EstimatedMax> e1rm;
  bool counts = true;  // false: easier on purpose, or beside the plan; no part of trends
};

// What the trend of a lift is the trend of.
enum class LiftMeasure : std::uint8_t { e1rm, load, amount };

// Nobody did more reps with more load before. Of a session that doesn't count no set is a record
// whose reps in reserve are only what the plan asked for.
struct Record {
  int day = 0;
  DoneSet::Of of = DoneSet::Of::reps;
  int amount = 0;
  bool bodyweight = false;
  std::optional<Decimal> load;
};
struct BestMax {
  int day = 0;
  EstimatedMax max;
  LiftedSet set;
};

struct LiftReport {
  ExerciseId exercise;
  std::string name;
  LiftMeasure measure = LiftMeasure::e1rm;
  std::vector<LiftPoint> sessions;  // the earliest first
  std::vector<WeekMean> weeks;      // of the measure
  Trend trend;
  bool is_beside = false;         // the plan doesn't have it: it can't come to a trend
  bool with_bodyweight = false;   // estimated maxes have the bodyweight in them
  bool now_is_uncertain = false;  // an estimate behind the trend's `now` is
  int without_max = 0;  // sessions whose sets were too long for an estimate, or had no load
  std::optional<BestMax> best_max;
  std::vector<Record> records;  // the heaviest first
  std::vector<int> new_bests;   // days on which the measure was higher than ever before
};

// By the plan's order of exercises; lifts beside the plan behind them.
std::vector<LiftReport> lift_reports(const RunPlan& run, const std::vector<LiftedSession>& sessions,
                                     const Weeks& weeks);

// The measure of a lift as readings, one a session.
std::vector<Point> measured(const LiftReport& lift, LiftMeasure measure);
// A lift is trained once or twice a week, and each reading is the best of several sets.
TrendRule lift_rule(const Edition& edition);

// ---- parts of it, for tests -------------------------------------------------------------------

std::vector<Record> records_of(const std::vector<std::pair<int, LiftedSet>>& sets);

}  // namespace meso
