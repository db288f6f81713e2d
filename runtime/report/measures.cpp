#include "runtime/report/measures.h"

#include <algorithm>
#include <map>

#include "base/text.h"
#include "runtime/report/volume.h"

namespace meso {
namespace {

constexpr bool is_scale(Metric m) {
  return m == Metric::sleep || m == Metric::energy || m == Metric::mood || m == Metric::stress;
}
// Felt from 1 to 5, as the coach asks it.
constexpr bool is_felt(Metric m) { return m >= Metric::sleep || m == Metric::rep_quality; }

std::string reading_name(const Measure& m) {
  return m.metric == Metric::n_rm ? text(m.reference) : std::string(text(m.metric));
}

std::string name_of(const Plan& plan, const Measure& m) {
  std::string name = reading_name(m);
  if (m.exercise) name += " of " + plan.exercises[*m.exercise].name;
  if (m.group) name += " of " + plan.groups[m.group->value].name;
  return name;
}

class Series {
 public:
  Series(const Measured& from, const Measure& measure) : from_(from), m_(measure) {}

  MeasureSeries make() {
    out_.name = name_of(from_.run.plan(), m_);
    out_.rule.readings_a_week = 1;
    switch (m_.metric) {
      case Metric::e1rm: of_lift(LiftMeasure::e1rm); break;
      case Metric::load: of_lift(LiftMeasure::load); break;
      case Metric::reps: of_lift(LiftMeasure::amount); break;
      case Metric::tonnage: tonnage(); break;
      case Metric::hard_sets: hard_sets(); break;
      case Metric::one_rm: rep_max(1); break;
      case Metric::n_rm: rep_max(m_.reference.reps); break;
      case Metric::training_max: training_max(); break;
      case Metric::soreness: break;  // no measure of progress
      default: logged(); break;
    }
    return std::move(out_);
  }

 private:
  std::string_view mass() const { return text(from_.run.plan().units); }

  const LiftReport* lift() const {
    for (const LiftReport& lift : from_.lifts)
      if (lift.exercise == m_.exercise) return &lift;
    return nullptr;
  }

  void of_lift(LiftMeasure measure) {
    out_.unit = measure == LiftMeasure::amount ? "reps" : mass();
    out_.rule = lift_rule(from_.run.edition());
    if (const LiftReport* found = lift()) out_.points = measured(*found, measure);
  }

  // Of a lift by session; of all by session too.
  void tonnage() {
    out_.unit = mass();
    out_.rule = lift_rule(from_.run.edition());
    std::map<int, Point> by_day;
    for (const LiftReport& l : from_.lifts) {
      if (m_.exercise && l.exercise != *m_.exercise) continue;
      for (const LiftPoint& p : l.sessions) {
        Point& point = by_day.try_emplace(p.day, Point{p.day, Decimal(), p.counts}).first->second;
        point.value += p.volume;
        point.counts = point.counts && p.counts;
      }
    }
    for (const auto& [day, point] : by_day) out_.points.push_back(point);
  }

  // A number of the week, not of the session.
  void hard_sets() {
    out_.unit = "sets";
    std::map<int, Decimal, std::greater<>> by_week;
    for (const LiftedSession& session : from_.sessions) {
      if (session.day() > from_.weeks.today) continue;
      by_week[from_.weeks.of(session.day())] += hard_sets_of(session);
    }
    for (const auto& [week, sets] : by_week)
      out_.points.push_back({from_.weeks.last_day(week), sets});
  }

  Decimal hard_sets_of(const LiftedSession& session) const {
    if (m_.group) return hard_sets_done(from_.run.plan(), session)[m_.group->value];
    Decimal sum;
    for (const LiftedLine& line : session.lines)
      if (!m_.exercise || line.exercise == *m_.exercise)
        for (const LiftedSet& set : line.sets) sum += set.hard;
    return sum;
  }

  // The heaviest load that was done for so many reps or more, and what was logged as the max.
  void rep_max(int reps) {
    std::map<int, Point> by_day;
    const auto add = [&](const Point& p) {
      Point& best = by_day.try_emplace(p.day, p).first->second;
      if (p.value > best.value) best = p;
    };
    for (const LiftedSession& session : from_.sessions)
      for (const LiftedLine& line : session.lines)
        for (const LiftedSet& set : line.sets)
          if (line.exercise == m_.exercise && set.of == DoneSet::Of::reps && set.amount >= reps &&
              set.load)
            add({session.day(), *set.load, session.logged->told.exposure});
    logged();
    for (const Point& p : out_.points) add(p);
    out_.points.clear();
    for (const auto& [day, point] : by_day) out_.points.push_back(point);
    out_.rule = lift_rule(from_.run.edition());
    out_.unit = mass();
  }

  // What rules have made of it isn't in the log: the one in force stands at the end.
  void training_max() {
    logged();
    out_.unit = mass();
    const auto now = from_.state.progress.references.value(
        from_.run.plan(), {ReferenceKind::Of::training_max, 1}, m_.exercise.value_or(ExerciseId()));
    if (!now || !m_.exercise) return;
    const int today = from_.weeks.today;
    std::erase_if(out_.points, [&](const Point& p) { return p.day >= today; });
    out_.points.push_back({today, now->amount});
  }

  // Readings of the log by this name; a second one of a day takes the place of the first.
  void logged() {
    const std::string name = reading_name(m_);
    const LoggedReading* latest = nullptr;
    for (const LoggedReading& r : from_.history.readings) {
      if (!equal_ignoring_case(r.what, name) || r.of != m_.exercise) continue;
      const auto value = in_unit_of(r, latest);
      latest = &r;
      if (!out_.points.empty() && out_.points.back().day == r.day) out_.points.pop_back();
      out_.points.push_back({r.day, value});
    }
    if (latest != nullptr) out_.unit = latest->unit;
    if (is_mass_unit_) out_.unit = mass();
    if (is_felt(m_.metric) && out_.unit.empty()) out_.unit = "of 5";
    set_rule();
  }

  // Masses are converted; of other units the log's own word is all that is known.
  Decimal in_unit_of(const LoggedReading& r, const LoggedReading* latest) {
    const auto unit = unit_from(r.unit);
    if (unit && is_mass(*unit)) {
      is_mass_unit_ = true;
      const MassUnit given = *unit == Unit::kg ? MassUnit::kg : MassUnit::lb;
      return to_unit({r.value, given}, from_.run.plan().units).amount;
    }
    // Centimeters and inches don't make one curve: it starts afresh.
    if (latest != nullptr && latest->unit != r.unit) out_.points.clear();
    return r.value;
  }

  // What goes up and down from day to day needs two readings a week; a tape or a test needs one.
  void set_rule() {
    const Metric m = m_.metric;
    const bool daily = is_scale(m) || m == Metric::bodyweight || m == Metric::hrv ||
                       m == Metric::resting_heart_rate;
    out_.rule.readings_a_week = daily ? 2 : 1;
    if (is_felt(m)) out_.rule.least = Decimal::ratio(1, 4);
  }

  const Measured& from_;
  const Measure& m_;
  MeasureSeries out_;
  bool is_mass_unit_ = false;
};

}  // namespace

MeasureSeries series_of(const Measured& from, const Measure& measure) {
  return Series(from, measure).make();
}

}  // namespace meso
