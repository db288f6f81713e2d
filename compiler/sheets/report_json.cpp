// Progress for programs: docs/report.schema.json says what each key means.
#include <nlohmann/json.hpp>

#include "compiler/sheets/report.h"
#include "compiler/sheets/report_words.h"

namespace meso {
namespace {

using Json = nlohmann::ordered_json;

template <class T, class Write>
Json list(const std::vector<T>& items, Write write) {
  Json out = Json::array();
  for (const T& item : items) out.push_back(write(item));
  return out;
}

// Three places are more than any of these figures knows.
Json number(Decimal value) {
  return report_words::rounded(value, Decimal::ratio(1, 1000)).to_double();
}
Json number(const std::optional<Decimal>& value) { return value ? number(*value) : Json(nullptr); }
Json date(int day) { return text(Date{day}); }

Json point(const Point& p) {
  return {{"date", date(p.day)}, {"value", number(p.value)}, {"counts", p.counts}};
}

class Writer {
 public:
  explicit Writer(const ProgressReport& report) : r_(report), weeks_{report.day} {}

  Json document() const {
    return {{"format_version", kReportFormat},
            {"plan", r_.plan},
            {"by", r_.by},
            {"athlete", r_.athlete},
            {"edition", r_.edition},
            {"units", text(r_.unit)},
            {"from", r_.first_day ? date(*r_.first_day) : Json(nullptr)},
            {"to", date(r_.day)},
            {"missing", r_.missing},
            {"summary", summary()},
            {"goals", list(r_.goals, [&](const auto& g) { return goal(g); })},
            {"lifts", list(r_.lifts, [&](const auto& l) { return lift(l); })},
            {"tracked", list(r_.metrics, [&](const auto& m) { return metric(m); })},
            {"hard_sets", list(r_.volumes, [&](const auto& v) { return volume(v); })},
            {"adherence", adherence(r_.adherence)},
            {"weeks", list(r_.weeks, [&](const auto& w) { return week(w); })},
            {"recovery", list(r_.recoveries, [&](const auto& g) { return recovery(g); })}};
  }

 private:
  Json summary() const {
    return {{"consistency", report_words::consistency(r_)},
            {"progression", report_words::progression(r_)},
            {"execution", report_words::execution(r_)},
            {"lifts",
             {{"rising", r_.ways.rising},
              {"level", r_.ways.level},
              {"falling", r_.ways.falling},
              {"too_early", r_.ways.too_early},
              {"stale", r_.ways.stale},
              {"beside_the_plan", r_.ways.beside}}}};
  }

  Json means(const std::vector<WeekMean>& all) const {
    return list(all, [&](const WeekMean& m) -> Json {
      return {{"from", date(weeks_.first_day(m.week))},
              {"to", date(weeks_.last_day(m.week))},
              {"mean", number(m.mean)},
              {"readings", m.readings}};
    });
  }

  static Json trend(const Trend& t) {
    return {{"way", text(t.way)},
            {"weeks", t.weeks},
            {"a_week", t.is_known() ? number(t.a_week) : Json(nullptr)},
            {"three_week_mean", number(t.now)}};
  }

  static Json set(const LiftedSet& s) {
    return {{amount_key(s.of), s.amount},
            {"bodyweight", s.bodyweight},
            {"load", number(s.load)},
            {"rir", number(s.reserve)},
            {"rir_is_logged", s.reserve_logged},
            {"rir_is_planned", s.reserve_planned}};
  }
  static const char* amount_key(DoneSet::Of of) {
    switch (of) {
      case DoneSet::Of::reps: return "reps";
      case DoneSet::Of::seconds: return "seconds";
      case DoneSet::Of::meters: return "meters";
    }
    return "";
  }

  static Json session(const LiftPoint& p) {
    return {{"date", date(p.day)},
            {"sets", p.sets},
            {"amount", p.amount},
            {"volume", number(p.volume)},
            {"heaviest", number(p.heaviest)},
            {"best_set", set(p.best)},
            {"e1rm", p.e1rm ? number(p.e1rm->value) : Json(nullptr)},
            {"e1rm_is_uncertain", p.e1rm && p.e1rm->uncertain},
            {"counts", p.counts}};
  }

  static Json record(const Record& r) {
    return {{"date", date(r.day)},
            {amount_key(r.of), r.amount},
            {"bodyweight", r.bodyweight},
            {"load", number(r.load)}};
  }

  Json lift(const LiftReport& l) const {
    Json best = nullptr;
    if (l.best_max)
      best = {{"date", date(l.best_max->day)},
              {"e1rm", number(l.best_max->max.value)},
              {"is_uncertain", l.best_max->max.uncertain},
              {"set", set(l.best_max->set)}};
    return {{"name", l.name},
            {"measure", report_words::measure(l)},
            {"unit", report_words::unit(l, r_.unit)},
            {"beside_the_plan", l.is_beside},
            {"trend", trend(l.trend)},
            {"weeks", means(l.weeks)},
            {"sessions", list(l.sessions, session)},
            {"best_e1rm", best},
            {"records", list(l.records, record)},
            {"new_bests", list(l.new_bests, date)}};
  }

  Json goal(const GoalReport& g) const {
    return {{"name", g.name},
            {"unit", g.unit},
            {"standing", text(g.standing)},
            {"baseline", number(g.baseline)},
            {"baseline_is_written", g.baseline_is_written},
            {"target", number(g.target)},
            {"by_end_of", g.by.empty() ? Json(nullptr) : Json(g.by)},
            {"is_due", g.is_due},
            {"trend", trend(g.trend)},
            {"weeks", means(g.weeks)},
            {"readings", list(g.points, point)}};
  }

  Json metric(const MetricReport& m) const {
    return {{"name", m.name},
            {"unit", m.unit},
            {"readings_a_week", m.readings_a_week},
            {"trend", trend(m.trend)},
            {"weeks", means(m.weeks)},
            {"readings", list(m.points, point)}};
  }

  Json volume(const GroupVolume& v) const {
    return {{"group", r_.groups[v.group.value]},
            {"weeks", list(v.weeks, [&](const WeekVolume& w) -> Json {
               return {{"from", date(weeks_.first_day(w.week))},
                       {"to", date(weeks_.last_day(w.week))},
                       {"done", number(w.done)},
                       {"planned", number(w.planned)}};
             })}};
  }

  static Json adherence(const Adherence& a) {
    return {{"ready", a.ready()},
            {"done", a.done},
            {"left", a.left},
            {"lightened", a.lightened},
            {"swapped", a.swapped},
            {"unfinished", a.unfinished},
            {"held_back", a.held_days},
            {"stopped", a.stopped_days},
            {"skips", a.skips},
            {"unavailable_days", a.unavailable_days},
            {"without_check_in", a.unasked},
            {"against_the_gate", a.against},
            {"overruled", a.overruled},
            {"before_due", a.early},
            {"beside_the_plan", a.beside},
            {"broken_off", a.broken_off}};
  }

  static Json week(const WeekReport& w) {
    return {{"from", date(w.first_day)},        {"to", date(w.last_day)},
            {"sessions", w.sessions},           {"adherence", adherence(w.adherence)},
            {"new_bests", w.new_bests},         {"volume", number(w.volume)},
            {"hard_sets", number(w.hard_sets)}, {"sets_asked", w.sets_asked},
            {"sets_made", w.sets_made}};
  }

  static Json bout(const RecoveryBout& b) {
    return {{"date", date(b.day)},
            {"hard_sets", number(b.hard_sets)},
            {"days", b.days ? Json(*b.days) : Json(nullptr)},
            {"days_are_exact", b.exact},
            {"peak_soreness", b.peak ? Json(*b.peak) : Json(nullptr)}};
  }

  Json recovery(const GroupRecovery& g) const {
    return {{"group", r_.groups[g.group.value]},
            {"median_days", g.exact > 0 ? number(g.median_days) : Json(nullptr)},
            {"sessions_known", g.exact},
            {"trend", trend(g.trend)},
            {"sore_at_start", g.sore_at_start},
            {"asked_at_start", g.asked_at_start},
            {"costs_less_than_before", g.halves && g.halves->better},
            {"sessions", list(g.bouts, bout)}};
  }

  const ProgressReport& r_;
  Weeks weeks_;
};

}  // namespace

std::string report_json(const ProgressReport& report) {
  return Writer(report).document().dump(2) + "\n";
}

}  // namespace meso
