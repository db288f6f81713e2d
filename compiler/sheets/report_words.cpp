#include "compiler/sheets/report_words.h"

#include <algorithm>
#include <array>

#include "base/text.h"

namespace meso::report_words {
namespace {

constexpr std::array<std::int64_t, 4> kSteps{1'000'000'000, 100'000'000, 10'000'000, 1'000'000};

Decimal size_of(Decimal value) { return value < Decimal() ? -value : value; }

constexpr std::string_view kTooEarly = "too early to say", kTooLittle = "too little lately to say",
                           kBeside = "beside the plan", kWithBodyweight = "bodyweight included",
                           kUncertain = "uncertain: more than 10 reps with those in reserve";

std::string of(int part, int whole) {
  return std::to_string(part) + " of " + std::to_string(whole);
}

// Small changes need a place more.
std::string change(Decimal a_week, std::string_view unit) {
  const Decimal size = size_of(a_week);
  const bool is_scale = unit == "of 5";
  return amount(size, is_scale ? "" : unit, size < Decimal::whole(1) ? 2 : 1) +
         (is_scale ? " points" : "");
}

// The latest weeks, or as many as there are.
Adherence latest(const ProgressReport& report, std::size_t weeks) {
  Adherence sum;
  const std::size_t from = report.weeks.size() - std::min(weeks, report.weeks.size());
  for (std::size_t i = from; i < report.weeks.size(); ++i) sum += report.weeks[i].adherence;
  return sum;
}

std::string load_words(bool bodyweight, const std::optional<Decimal>& load, MassUnit mass) {
  const std::string weight =
      load && *load != Decimal() ? number(size_of(*load), 3) + " " + std::string(text(mass)) : "";
  if (!bodyweight) return weight;
  if (weight.empty()) return "bodyweight";
  return std::string("bodyweight ") + (*load < Decimal() ? "- " : "+ ") + weight;
}

std::string amount_words(DoneSet::Of what, int amount) {
  switch (what) {
    case DoneSet::Of::reps: return std::to_string(amount);
    case DoneSet::Of::seconds: return std::to_string(amount) + " s";
    case DoneSet::Of::meters: return std::to_string(amount) + " m";
  }
  return "";
}

// "100 kg x 8", "24 kg x 40 m"; "8 reps" where no load says so, and a plank is "50 s".
std::string work(DoneSet::Of what, int amount, const std::string& load) {
  const bool is_bare = load.empty() || (load == "bodyweight" && what != DoneSet::Of::reps);
  if (!is_bare) return load + " x " + amount_words(what, amount);
  return what == DoneSet::Of::reps ? counted(amount, "rep") : amount_words(what, amount);
}

bool is_of(const Record& record, const BestMax& best) {
  return record.day == best.day && record.of == best.set.of && record.amount == best.set.amount &&
         record.bodyweight == best.set.bodyweight && record.load == best.set.load;
}

}  // namespace

Decimal rounded(Decimal value, Decimal step) {
  if (value < Decimal()) return -rounded(-value, step);
  return round_to(value + step / Decimal::whole(2), step, Rounding::down);
}

std::string number(Decimal value, int places) {
  const auto at = static_cast<std::size_t>(std::clamp(places, 0, 3));
  return rounded(value, Decimal::nano(kSteps[at])).text();
}

std::string amount(Decimal value, std::string_view unit, int places) {
  const std::string n = number(value, places);
  return unit.empty() ? n : n + " " + std::string(unit);
}

std::string span(int first_day, int last_day) {
  return text(Date{first_day}) + " to " + text(Date{last_day});
}

std::string trend(const Trend& t, std::string_view unit, int readings_a_week) {
  const std::string over = " over " + counted(t.weeks, "week");
  switch (t.way) {
    case Trend::Way::too_early:
      return std::string(kTooEarly) + ": " + of(t.weeks, kLeastTrendWeeks) + " weeks" +
             (readings_a_week > 1 ? " with " + counted(readings_a_week, "reading") : "");
    case Trend::Way::stale: return std::string(kTooLittle);
    case Trend::Way::level: return "level" + over;
    case Trend::Way::rising: return "rising, " + change(t.a_week, unit) + " a week" + over;
    case Trend::Way::falling: return "falling, " + change(t.a_week, unit) + " a week" + over;
  }
  return "";
}

std::string short_trend(const Trend& t, std::string_view unit, int readings_a_week) {
  if (!t.is_known() || t.way == Trend::Way::level) return trend(t, unit, readings_a_week);
  return std::string(text(t.way)) + " " + change(t.a_week, unit) + " a week, " +
         counted(t.weeks, "week");
}

std::string trend(const LiftReport& lift, std::string_view unit) {
  return lift.is_beside ? std::string(kBeside) : trend(lift.trend, unit, 1);
}

std::string short_trend(const LiftReport& lift, std::string_view unit) {
  return lift.is_beside ? std::string(kBeside) : short_trend(lift.trend, unit, 1);
}

std::vector<std::string> provisos(const LiftReport& lift) {
  std::vector<std::string> out;
  if (lift.measure == LiftMeasure::e1rm && lift.with_bodyweight) out.emplace_back(kWithBodyweight);
  if (lift.now_is_uncertain) out.emplace_back(kUncertain);
  return out;
}

std::string_view measure(const LiftReport& lift) {
  switch (lift.measure) {
    case LiftMeasure::e1rm: return "e1RM";
    case LiftMeasure::load: return "load";
    case LiftMeasure::amount: break;
  }
  if (lift.sessions.empty()) return "reps";
  switch (lift.sessions.back().best.of) {
    case DoneSet::Of::reps: return "reps";
    case DoneSet::Of::seconds: return "time";
    case DoneSet::Of::meters: return "distance";
  }
  return "";
}

std::string unit(const LiftReport& lift, MassUnit mass) {
  if (lift.measure != LiftMeasure::amount) return std::string(text(mass));
  const std::string_view what = measure(lift);
  if (what == "time") return "s";
  return what == "distance" ? "m" : "reps";
}

std::string set(const LiftedSet& s, MassUnit mass) {
  const std::string out = work(s.of, s.amount, load_words(s.bodyweight, s.load, mass));
  if (!s.reserve_logged && !s.reserve_planned) return out;
  return out + " @ RIR " + number(s.reserve) + (s.reserve_planned ? " as planned" : "");
}

std::string best_max(const LiftReport& lift, MassUnit mass) {
  if (!lift.best_max) return "";
  const BestMax& best = *lift.best_max;
  std::vector<std::string> known;
  if (best.set.bodyweight) known.emplace_back(kWithBodyweight);
  if (best.max.uncertain) known.emplace_back(kUncertain);
  return "e1RM " + amount(best.max.value, text(mass)) +
         (known.empty() ? "" : " (" + join(known, "; ") + ")") + " from " + set(best.set, mass) +
         " (" + text(Date{best.day}) + ")";
}

std::vector<std::string> records(const LiftReport& lift, MassUnit mass, std::size_t most) {
  std::vector<std::string> out;
  for (const Record& r : lift.records) {
    if (out.size() == most) break;
    if (!lift.best_max || !is_of(r, *lift.best_max))
      out.push_back(work(r.of, r.amount, load_words(r.bodyweight, r.load, mass)) + " (" +
                    text(Date{r.day}) + ")");
  }
  return out;
}

// ---- goals ------------------------------------------------------------------------------------

std::string goal_way(const GoalReport& goal) {
  const auto shown = [&](const std::optional<Decimal>& value) {
    return value ? amount(*value, goal.unit) : std::string("?");
  };
  if (!goal.target) return "";
  return "from " + shown(goal.baseline) + " to " + shown(goal.target);
}

std::string goal_standing(const GoalReport& goal) {
  using Standing = GoalReport::Standing;
  const std::string now =
      goal.trend.now ? ": " + amount(*goal.trend.now, goal.unit) + " as the mean of three weeks"
                     : "";
  switch (goal.standing) {
    case Standing::refused:
      return "soreness is no measure of progress; how recovery goes stands under recovery";
    case Standing::too_early:
      return goal.trend.is_known() ? "nothing to measure it from yet" + now
                                   : trend(goal.trend, goal.unit, 1);
    case Standing::stale: return std::string(kTooLittle);
    case Standing::reached: return "reached" + now;
    case Standing::on_the_way: return "on the way" + now;
    case Standing::level: return "level" + now;
    case Standing::away: return "not on the way" + now;
  }
  return "";
}

std::string goal_review(const GoalReport& goal) {
  if (goal.by.empty()) return "";
  if (goal.is_due) return quoted(goal.by) + " is over: time to look at it with your coach";
  return "to be looked at by the end of " + quoted(goal.by);
}

// ---- the three headings -----------------------------------------------------------------------

std::string adherence(const Adherence& a) {
  if (a.ready() == 0) return "no session was ready by a check-in";
  return of(a.done, a.ready()) + (a.ready() == 1 ? " ready session" : " ready sessions") + " done";
}

std::string consistency(const ProgressReport& report) {
  std::string out = adherence(latest(report, 1));
  if (report.weeks.size() > 1) {
    const Adherence three = latest(report, kMeanWeeks);
    if (three.ready() > 0) out += "; " + of(three.done, three.ready()) + " in three weeks";
  }
  return out;
}

std::string progression(const ProgressReport& report) {
  const LiftWays& ways = report.ways;
  std::string out;
  if (ways.rising + ways.level + ways.falling + ways.stale == 0) {
    out = "too early for trends: three weeks of a lift are needed";
  } else {
    std::vector<std::string> parts;
    const auto add = [&](int n, std::string_view what) {
      if (n > 0) parts.push_back(std::to_string(n) + " " + std::string(what));
    };
    add(ways.rising, "rising");
    add(ways.level, "level");
    add(ways.falling, "falling");
    add(ways.stale, kTooLittle);
    add(ways.too_early, kTooEarly);
    add(ways.beside, kBeside);
    out = "lifts over the weeks: " + join(parts, ", ");
  }
  const int bests = report.weeks.empty() ? 0 : report.weeks.back().new_bests;
  if (bests > 0) out += "; " + counted(bests, "new best") + " this week";
  return out;
}

std::string execution(const ProgressReport& report) {
  if (report.weeks.empty() || report.weeks.back().sets_asked == 0)
    return "no sets of the plan this week";
  const WeekReport& week = report.weeks.back();
  std::string out = of(week.sets_made, week.sets_asked) + " sets done as written";
  if (week.adherence.broken_off > 0)
    out += "; " + counted(week.adherence.broken_off, "session") + " broken off";
  return out;
}

std::string of_those_done(const Adherence& a) {
  std::vector<std::string> parts;
  const auto add = [&](int n, std::string_view what) {
    if (n > 0) parts.push_back(std::to_string(n) + " " + std::string(what));
  };
  add(a.lightened, "lighter");
  add(a.swapped, "swapped for another");
  add(a.unfinished, "broken off");
  return parts.empty() ? "" : "of these " + join(parts, ", ");
}

std::vector<std::string> apart(const Adherence& a) {
  std::vector<std::string> out;
  const auto add = [&](int n, std::string_view noun, std::string_view what) {
    if (n > 0) out.push_back(counted(n, noun) + " " + std::string(what));
  };
  add(a.held_days, "check-in", "on which the gate held back");
  add(a.stopped_days, "check-in", "that said stop");
  add(a.skips, "skip", "written down");
  add(a.unavailable_days, "day", "unavailable");
  add(a.unasked, "session", "done without a check-in for the gate");
  add(a.against, "session", "done though the gate held back");
  add(a.overruled, "session", "that a coach let be done");
  add(a.early, "session", "done early");
  add(a.beside, "session", "beside the plan");
  if (a.broken_off > a.unfinished)
    out.push_back(std::to_string(a.broken_off - a.unfinished) + " of these broken off");
  return out;
}

// ---- recovery ---------------------------------------------------------------------------------

std::string recovery_days(const GroupRecovery& group) {
  if (group.exact == 0) return "not known to the day";
  return number(group.median_days) +
         (group.median_days == Decimal::whole(1) ? " day (" : " days (") +
         counted(group.exact, "session") + ")";
}

std::string sore_at_start(const GroupRecovery& group) {
  return group.asked_at_start == 0 ? "not asked" : of(group.sore_at_start, group.asked_at_start);
}

std::string easier_recovery(const ProgressReport& report, const GroupRecovery& group) {
  if (!group.halves || !group.halves->better) return "";
  const Halves& h = *group.halves;
  std::string out = report.groups[group.group.value] + ": as much work (" + number(h.sets_before) +
                    " hard sets a session, then " + number(h.sets_now) + ") costs less now";
  if (h.peak_now < h.peak_before)
    out += ": soreness after it " + number(h.peak_before) + ", then " + number(h.peak_now);
  if (h.days_before && *h.days_now < *h.days_before)
    out += std::string(h.peak_now < h.peak_before ? ";" : ":") + " days to recover " +
           number(*h.days_before) + ", then " + number(*h.days_now);
  return out + ".";
}

std::string recovery_note() {
  return "Days from a session until reports stay at most 2 of 10, where it is known to the day. "
         "Soreness is a cost to recover from: never a target, and never a sign of progress.";
}

std::string how_to_read() {
  return "Progress is what you can do, over weeks: single days go up and down and mean nothing. A "
         "trend needs three weeks. Estimated maxes (Epley, reps in reserve added) are estimates; "
         "above 10 reps with those in reserve they are uncertain, above 15 none is made. Nothing "
         "here promises a result, and nothing here is medical advice.";
}

bool has_tracked(const ProgressReport& report) {
  return !std::ranges::all_of(report.metrics, &MetricReport::is_of_lift);
}

bool has_records(const ProgressReport& report) {
  return std::ranges::any_of(report.lifts,
                             [](const LiftReport& lift) { return !lift.records.empty(); });
}

}  // namespace meso::report_words
