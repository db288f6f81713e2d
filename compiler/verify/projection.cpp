#include "compiler/verify/projection.h"

#include <algorithm>

namespace meso {
namespace {

using What = SessionDates::After::What;

constexpr int kOverdueDays = 21;

RecoveryDays mistaken(RecoveryDays days, SeededFault fault) {
  switch (fault) {
    case SeededFault::rows_a_day_short:
      for (int* end : {&days.clear, &days.below_three, &days.gone, &days.strong, &days.latent,
                       &days.typical_gap})
        *end = std::max(0, *end - 1);
      break;
    case SeededFault::peaks_too_low: days.sorest = std::max(0, days.sorest - 2); break;
    case SeededFault::strength_back_late: days.strong_from = days.strong; break;
    case SeededFault::strength_always_back: days.strong = 0; break;
    default: break;
  }
  return days;
}

}  // namespace

std::uint8_t weekdays_of(const SessionDates& dates) {
  std::uint8_t days = 0;
  for (int d = 0; d < 7; ++d) {
    const auto day = static_cast<Weekday>(d);
    const auto& on = dates.session->on;
    const bool fits = on.empty() || std::find(on.begin(), on.end(), day) != on.end();
    const bool clear = std::all_of(
        dates.before.begin(), dates.before.end(), [&](const SessionDates::Before& before) {
          const auto* event = std::get_if<Weekday>(&before.event);
          return event == nullptr || days_until(day, *event) >= before.at_least;
        });
    if (fits && clear) days |= static_cast<std::uint8_t>(1 << d);
  }
  return days;
}

Projection::Projection(const PlanFacts& facts, const RunPlan& run, const Bouts& bouts,
                       const QueueGraph& graph, const View& of)
    : facts_(facts), run_(run), of_(of), followed_{group_bit(of.group)} {
  for (const GroupSet set : of.companions)
    if (followed_.size() < kMostFollowed) followed_.push_back(set);
  read_returns();
  for (const WeekNode& week : graph.weeks()) {
    auto& views = views_.emplace_back();
    for (std::size_t nth = 0; nth < week.sessions.size(); ++nth)
      views.push_back(view(bouts, week, nth));
  }
  read_resets();
  if (reads_weekdays_) read_weekdays();
  if (of.fault != SeededFault::none) seed_fault();
}

// Where the day of the week is followed anyway, it bounds the other sessions too: fewer paths.
void Projection::read_weekdays() {
  for (auto& week : views_)
    for (SessionView& view : week)
      if (!view.is_dated) view.weekdays = weekdays_of(run_.facts(view.id).dates);
}

// What a session resets is known only when all counters are.
void Projection::read_resets() {
  for (auto& week : views_)
    for (SessionView& view : week)
      for (std::size_t c = 0; c < counters_.size(); ++c) {
        const SinceCounter& counter = counters_[c];
        const SessionDates& dates = run_.facts(view.id).dates;
        const bool resets = counter.what == What::last_session ||
                            (counter.what == What::session && dates.name == counter.name) ||
                            (counter.what == What::groups && (dates.trained & counter.groups) != 0);
        if (resets) view.resets |= std::uint32_t{1} << c;
      }
}

// Those that lie in how a plan is seen; explore.cpp has those that lie in how days go by.
void Projection::seed_fault() {
  const auto is = [&](SeededFault fault) { return of_.fault == fault; };
  if (is(SeededFault::days_off_capped_early)) --most_days_off_;
  if (is(SeededFault::waits_capped_early))
    for (SinceCounter& counter : counters_) counter.cap = std::max(0, counter.cap - 1);
  for (auto& week : views_)
    for (SessionView& view : week) {
      for (RecoveryDays& bout : view.bouts) bout = mistaken(bout, of_.fault);
      if (!view.trains && is(SeededFault::others_never_done)) view.weekdays = 0;
      if (!view.trains && is(SeededFault::others_reset_waits))
        view.resets = (std::uint32_t{1} << counters_.size()) - 1;
      if (!is(SeededFault::overdue_stays_in_its_place)) continue;
      view.may_be_overdue = false;
      for (SessionView::Wait& wait : view.waits) wait.at_most = 0;
    }
}

void Projection::read_returns() {
  for (const ReturnRamp& ramp : run_.returns())
    if (!ramp.weeks.empty())
      returns_.push_back({ramp.after_days_off, static_cast<int>(ramp.weeks.size())});
  if (returns_.empty()) return;
  // Where dates aren't exact, neither is which return it is.
  most_days_off_ = of_.all_dates ? returns_.back().after_days_off : returns_.front().after_days_off;
}

SessionView Projection::view(const Bouts& bouts, const WeekNode& week, std::size_t nth) {
  SessionView view;
  view.id = week.sessions[nth];
  const SessionFacts& facts = run_.facts(view.id);
  const Session& session = run_.session(view.id);
  view.trains = holds(facts.dates.trained, of_.group);
  view.trained = facts.dates.trained;
  view.burdened = facts.burdened;
  view.has_gate = session.gate.has_value();
  view.guarded = facts_.guarded(session, of_.group);
  for (std::size_t i = 0; i < followed_.size(); ++i)
    view.bouts[i] = bout(bouts, week, nth, followed_[i]);
  if (view.has_gate) view.releases = releases(view.id);
  reads_recovery_ =
      reads_recovery_ || (view.releases != nullptr && view.releases->reads_recovery());
  if (view.trains || of_.all_dates) {
    add_waits(week, view);
    view.is_dated = true;
    view.weekdays = weekdays_of(facts.dates);
    reads_weekdays_ = reads_weekdays_ || view.weekdays != 0x7f;
  } else {
    view.may_be_overdue = std::any_of(facts.dates.after.begin(), facts.dates.after.end(),
                                      [](const SessionDates::After& a) { return a.at_most > 0; });
  }
  return view;
}

// The worst of a set's groups.
RecoveryDays Projection::bout(const Bouts& bouts, const WeekNode& week, std::size_t nth,
                              GroupSet of) const {
  RecoveryDays worst;
  for_each_group(of & run_.facts(week.sessions[nth]).dates.trained, [&](GroupId g) {
    const BoutClass of_group = bouts.of(week.pass, nth, g).value_or(BoutClass::novel_heavy);
    worst = worst_of(worst, recovery_days(of_group, run_.plan().level, of_.mode, run_.edition()));
  });
  return worst;
}

void Projection::add_waits(const WeekNode& week, SessionView& view) {
  const SessionDates& dates = run_.facts(view.id).dates;
  const auto add = [&](SinceCounter wanted, int at_least, int at_most) {
    // Which of several overdue sessions waits longest is told apart where dates are exact.
    wanted.cap =
        std::max(at_least, at_most > 0 && of_.all_dates ? at_most + kOverdueDays : at_most);
    const std::size_t found = counter(wanted);
    if (found < kMostCounters)
      view.waits.push_back({found, at_least, at_most});
    else
      view.may_be_overdue = view.may_be_overdue || at_most > 0;
  };
  if (week.pace.same_session_apart)
    add({What::session, 0, dates.name, 0}, run_.edition().same_session_days, 0);
  for (const SessionDates::After& after : dates.after)
    add({after.what, after.groups, after.name, 0}, after.at_least, after.at_most);
}

std::size_t Projection::counter(const SinceCounter& wanted) {
  const auto same = [&](const SinceCounter& c) {
    return c.what == wanted.what && c.groups == wanted.groups && c.name == wanted.name;
  };
  const auto at = std::find_if(counters_.begin(), counters_.end(), same);
  const auto index = static_cast<std::size_t>(at - counters_.begin());
  if (at != counters_.end()) {
    at->cap = std::max(at->cap, wanted.cap);
    return index;
  }
  if (counters_.size() == kMostCounters) return kMostCounters;
  counters_.push_back(wanted);
  return index;
}

const GateReleases* Projection::releases(SessionId session) {
  const ClauseTable& table = facts_.gates[run_.session(session).gate->value];
  return &releases_.try_emplace(session, run_, table, session, followed_, *of_.budget)
              .first->second;
}

}  // namespace meso
