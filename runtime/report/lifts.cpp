#include "runtime/report/lifts.h"

#include <algorithm>
#include <map>
#include <tuple>

namespace meso {
namespace {

// Certain estimates before uncertain ones; then the higher, the heavier, the longer set. A total
// order, so that the order of exercises in a session doesn't matter.
auto rank(const LiftedSet& set) {
  const auto max = estimated_max(set);
  const Decimal least = Decimal::whole(-1'000'000);
  return std::tuple(max.has_value(), max && !max->uncertain, max ? max->value : least,
                    set.moved.value_or(set.load.value_or(least)), set.amount, set.reserve,
                    set.reserve_logged);
}

void add_set(LiftPoint& point, const LiftedSet& set) {
  if (point.sets == 0 || rank(set) > rank(point.best)) point.best = set;
  ++point.sets;
  point.amount += set.amount;
  if (set.of == DoneSet::Of::reps && set.moved)
    point.volume += *set.moved * Decimal::whole(set.amount);
  if (set.load && (!point.heaviest || *set.load > *point.heaviest)) point.heaviest = set.load;
}

// Whether a set shows what the athlete can do. In a session that was to be easy the plan's reps in
// reserve are high, and an estimate from them would be the plan's, not the athlete's.
bool shows(const LiftedSession& session, const LiftedSet& set) {
  return session.counts || !set.reserve_planned;
}

using LiftPoints = std::map<ExerciseId, LiftPoint>;

// The lifts of one session, each once, however often it stands in it.
template <class Has>
LiftPoints points_of(const LiftedSession& session, Has has) {
  LiftPoints points;
  for (const LiftedLine& line : session.lines)
    for (const LiftedSet& set : line.sets) {
      if (!has(set)) continue;
      LiftPoint& point = points[line.exercise];
      point.day = session.day();
      point.counts = session.counts;
      add_set(point, set);
    }
  for (auto& [exercise, point] : points) point.e1rm = estimated_max(point.best);
  return points;
}

// A lift, with what bests and records are taken from.
struct Lift {
  LiftReport report;
  std::vector<LiftPoint> shown;  // of sets that show what the athlete can do
  std::vector<std::pair<int, LiftedSet>> shown_sets;
  bool is_of_plan = false;  // done in a session of it
};

// An estimated max where half of the sessions have one, else the load where half have one.
LiftMeasure measure_of(const LiftReport& lift) {
  const auto half = [&](auto has) {
    const auto n = std::count_if(lift.sessions.begin(), lift.sessions.end(), has);
    return 2 * n >= static_cast<std::ptrdiff_t>(lift.sessions.size());
  };
  if (half([](const LiftPoint& p) { return p.e1rm.has_value(); })) return LiftMeasure::e1rm;
  if (half([](const LiftPoint& p) { return p.heaviest && *p.heaviest > Decimal(); }))
    return LiftMeasure::load;
  return LiftMeasure::amount;
}

// The first session is where it starts from, and no best.
std::vector<int> new_bests(const std::vector<Point>& points) {
  std::vector<int> days;
  std::optional<Decimal> best;
  for (const Point& p : points) {
    if (best && p.value > *best) days.push_back(p.day);
    best = best ? std::max(*best, p.value) : p.value;
  }
  return days;
}

void note_best(std::optional<BestMax>& best, const LiftPoint& point) {
  if (!point.e1rm) return;
  const auto rank_of = [](const EstimatedMax& max) { return std::pair(!max.uncertain, max.value); };
  if (!best || rank_of(*point.e1rm) > rank_of(best->max))
    best = BestMax{point.day, *point.e1rm, point.best};
}

std::vector<Point> measured(const std::vector<LiftPoint>& sessions, LiftMeasure measure) {
  std::vector<Point> points;
  for (const LiftPoint& p : sessions) {
    std::optional<Decimal> value;
    switch (measure) {
      case LiftMeasure::e1rm:
        if (p.e1rm) value = p.e1rm->value;
        break;
      case LiftMeasure::load: value = p.heaviest; break;
      case LiftMeasure::amount: value = Decimal::whole(p.amount); break;
    }
    if (value) points.push_back({p.day, *value, p.counts});
  }
  return points;
}

bool has_line_of(const Plan& plan, ExerciseId exercise) {
  const auto has = [&](const Line& line) {
    return std::find(line.options.begin(), line.options.end(), exercise) != line.options.end();
  };
  for (const Block& block : plan.blocks)
    for (const Session& session : block.sessions)
      if (std::any_of(session.lines.begin(), session.lines.end(), has)) return true;
  return false;
}

bool is_uncertain_now(const LiftReport& lift, const Weeks& weeks) {
  return lift.measure == LiftMeasure::e1rm && lift.trend.now &&
         std::any_of(lift.sessions.begin(), lift.sessions.end(), [&](const LiftPoint& p) {
           return p.counts && weeks.of(p.day) < kMeanWeeks && p.e1rm && p.e1rm->uncertain;
         });
}

void add_bests(Lift& lift) {
  LiftReport& report = lift.report;
  report.new_bests = new_bests(measured(lift.shown, report.measure));
  for (const LiftPoint& point : lift.shown) note_best(report.best_max, point);
  report.records = records_of(lift.shown_sets);
}

void finish(Lift& lift, const RunPlan& run, const Weeks& weeks) {
  LiftReport& report = lift.report;
  report.name = run.plan().exercises[report.exercise].name;
  report.measure = measure_of(report);
  report.weeks = week_means(measured(report, report.measure), weeks);
  report.trend = trend_of(report.weeks, lift_rule(run.edition()));
  report.is_beside = !lift.is_of_plan && !has_line_of(run.plan(), report.exercise);
  report.now_is_uncertain = is_uncertain_now(report, weeks);
  for (const LiftPoint& point : report.sessions) {
    if (!point.e1rm) ++report.without_max;
    if (point.e1rm && point.best.bodyweight) report.with_bodyweight = true;
  }
  add_bests(lift);
}

void add_session(std::map<ExerciseId, Lift>& lifts, const LiftedSession& session) {
  for (const auto& [exercise, point] : points_of(session, [](const LiftedSet&) { return true; })) {
    Lift& lift = lifts[exercise];
    lift.report.exercise = exercise;
    lift.report.sessions.push_back(point);
    if (session.logged->session) lift.is_of_plan = true;
  }
  const auto is_shown = [&](const LiftedSet& set) { return shows(session, set); };
  for (const auto& [exercise, point] : points_of(session, is_shown))
    lifts[exercise].shown.push_back(point);
  for (const LiftedLine& line : session.lines)
    for (const LiftedSet& set : line.sets)
      if (is_shown(set)) lifts[line.exercise].shown_sets.emplace_back(session.day(), set);
}

}  // namespace

TrendRule lift_rule(const Edition& edition) {
  TrendRule rule;
  rule.readings_a_week = 1;
  rule.least_percent = edition.better_percent;
  return rule;
}

std::vector<Point> measured(const LiftReport& lift, LiftMeasure measure) {
  return measured(lift.sessions, measure);
}

std::vector<Record> records_of(const std::vector<std::pair<int, LiftedSet>>& sets) {
  std::map<Decimal, Record, std::greater<>> by_load;  // the most reps of each load
  for (const auto& [day, set] : sets) {
    Record& record = by_load[set.load.value_or(Decimal())];
    if (set.amount <= record.amount) continue;
    record = {day, set.of, set.amount, set.bodyweight, set.load};
  }
  std::vector<Record> records;
  for (const auto& [load, record] : by_load)
    if (records.empty() || record.amount > records.back().amount) records.push_back(record);
  return records;
}

std::vector<LiftReport> lift_reports(const RunPlan& run, const std::vector<LiftedSession>& sessions,
                                     const Weeks& weeks) {
  std::map<ExerciseId, Lift> lifts;
  for (const LiftedSession& session : sessions) add_session(lifts, session);
  std::vector<LiftReport> out;
  for (auto& [exercise, lift] : lifts) {
    finish(lift, run, weeks);
    out.push_back(std::move(lift.report));
  }
  return out;
}

}  // namespace meso
