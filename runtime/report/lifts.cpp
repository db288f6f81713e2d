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

// The lifts of one session, each once, however often it stands in it.
std::map<ExerciseId, LiftPoint> points_of(const LiftedSession& session) {
  std::map<ExerciseId, LiftPoint> points;
  for (const LiftedLine& line : session.lines)
    for (const LiftedSet& set : line.sets) {
      LiftPoint& point = points[line.exercise];
      point.day = session.day();
      point.counts = session.logged->told.exposure;
      add_set(point, set);
    }
  for (auto& [exercise, point] : points) point.e1rm = estimated_max(point.best);
  return points;
}

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

void finish(LiftReport& lift, const RunPlan& run, const Weeks& weeks) {
  lift.name = run.plan().exercises[lift.exercise].name;
  lift.measure = measure_of(lift);
  const std::vector<Point> points = measured(lift, lift.measure);
  lift.weeks = week_means(points, weeks);
  lift.trend = trend_of(lift.weeks, lift_rule(run.edition()));
  lift.new_bests = new_bests(points);
  for (const LiftPoint& point : lift.sessions) {
    note_best(lift.best_max, point);
    if (!point.e1rm) ++lift.without_max;
  }
}

}  // namespace

TrendRule lift_rule(const Edition& edition) {
  TrendRule rule;
  rule.readings_a_week = 1;
  rule.least_percent = edition.better_percent;
  return rule;
}

std::vector<Point> measured(const LiftReport& lift, LiftMeasure measure) {
  std::vector<Point> points;
  for (const LiftPoint& p : lift.sessions) {
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
  std::map<ExerciseId, LiftReport> lifts;
  std::map<ExerciseId, std::vector<std::pair<int, LiftedSet>>> sets;
  for (const LiftedSession& session : sessions) {
    for (const auto& [exercise, point] : points_of(session)) {
      lifts[exercise].exercise = exercise;
      lifts[exercise].sessions.push_back(point);
    }
    for (const LiftedLine& line : session.lines)
      for (const LiftedSet& set : line.sets) sets[line.exercise].emplace_back(session.day(), set);
  }
  std::vector<LiftReport> out;
  for (auto& [exercise, lift] : lifts) {
    finish(lift, run, weeks);
    lift.records = records_of(sets[exercise]);
    out.push_back(std::move(lift));
  }
  return out;
}

}  // namespace meso
