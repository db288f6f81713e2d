// Progress as the founding articles mean it, from a plan and a log: performance over weeks. A pure
// function; renderers make text, JSON and HTML of what it gives.
//
// A week is a seven-day span counted back from the report's day. docs/report.md says what each
// figure means.
#pragma once

#include <string>
#include <vector>

#include "runtime/report/adherence.h"
#include "runtime/report/goals.h"
#include "runtime/report/lifts.h"
#include "runtime/report/recovery.h"
#include "runtime/report/volume.h"

namespace meso {

inline constexpr int kReportFormat = 1;

// One week under the three headings of the articles: consistency, progression, execution.
struct WeekReport {
  int week = 0;  // of Weeks
  int first_day = 0, last_day = 0;
  int sessions = 0;     // of the plan
  Adherence adherence;  // consistency
  int new_bests = 0;    // progression: lifts that went above all before
  Decimal volume;       // load x reps of all lifts
  Decimal hard_sets;    // uncounted by muscle
  int sets_asked = 0;   // execution: of the sessions that were done
  int sets_made = 0;    // with the reps, the load and the effort asked for
};

// How many lifts go which way.
struct LiftWays {
  int rising = 0, level = 0, falling = 0;
  int too_early = 0, stale = 0;  // as Trend::Way has them
  int beside = 0;                // beside the plan: in none of the others
};

struct ProgressReport {
  std::string plan, by, athlete;  // the athlete's name: of their file, else of the log's head
  int edition = 0;
  MassUnit unit = MassUnit::kg;
  std::vector<std::string> groups;  // names by GroupId
  int day = 0;
  std::optional<int> first_day;   // of the log; nothing: it is empty
  std::vector<WeekReport> weeks;  // the earliest first; the last ends with `day`
  Adherence adherence;            // of all of them
  LiftWays ways;
  std::vector<LiftReport> lifts;
  std::vector<GoalReport> goals;
  std::vector<MetricReport> metrics;
  std::vector<GroupVolume> volumes;
  std::vector<GroupRecovery> recoveries;
  std::vector<std::string> missing;  // what can't be said yet, each a sentence
};

ProgressReport make_report(const RunPlan& run, const History& history, const State& state, int day);

}  // namespace meso
