#include "compiler/verify/projection.h"

#include <algorithm>

namespace meso {
namespace {

using What = SessionDates::After::What;

// Weekdays on which the session may be: its fixed days, clear of weekly events. Events on a date
// are left out, which only adds paths.
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

GroupSet groups_named(const Gate& gate) {
  GroupSet named = 0;
  for (const GateClause& clause : gate.clauses)
    if (clause.condition)
      for (const Atom& atom : clause.condition->atoms)
        if (atom.group) named |= group_bit(*atom.group);
  return named;
}

bool waits_long(const Session& session, int pace_days) {
  return !session.on.empty() ||
         std::any_of(session.waits.begin(), session.waits.end(), [&](const Wait& wait) {
           return wait.at_least_days.value_or(0) > pace_days ||
                  std::holds_alternative<Wait::BeforeEvent>(wait.after.front());
         });
}

}  // namespace

Projection::Projection(const PlanFacts& facts, const RunPlan& run, const Bouts& bouts,
                       const QueueGraph& graph, GroupId group, Dates dates, EnvelopeMode mode)
    : facts_(facts), run_(run), group_(group), dates_(dates), mode_(mode) {
  read_returns();
  for (const WeekNode& week : graph.weeks()) {
    auto& views = views_.emplace_back();
    for (std::size_t nth = 0; nth < week.sessions.size(); ++nth)
      views.push_back(view(bouts, week, nth));
  }
  // What a session resets is known only when all counters are.
  for (std::size_t w = 0; w < views_.size(); ++w)
    for (SessionView& view : views_[w])
      for (std::size_t c = 0; c < counters_.size(); ++c) {
        const SinceCounter& counter = counters_[c];
        const SessionDates& of = run.facts(view.id).dates;
        const bool resets = counter.what == What::last_session ||
                            (counter.what == What::session && of.name == counter.name) ||
                            (counter.what == What::groups && (of.trained & counter.groups) != 0);
        if (resets) view.resets |= std::uint32_t{1} << c;
      }
}

void Projection::read_returns() {
  const auto& returns = run_.returns();
  for (const ReturnRamp& ramp : returns) {
    if (ramp.weeks.empty()) continue;
    if (return_weeks_.empty()) lay_off_ = ramp.after_days_off;
    const int weeks = static_cast<int>(ramp.weeks.size());
    if (std::find(return_weeks_.begin(), return_weeks_.end(), weeks) == return_weeks_.end())
      return_weeks_.push_back(weeks);
  }
  // A wait that the plan asks for is no lay-off, unless the plan names returns itself.
  if (!run_.plan().returns.empty()) return;
  for (const Block& block : run_.plan().blocks)
    for (const Session& session : block.sessions)
      return_may_not_come_ = return_may_not_come_ || waits_long(session, run_.edition().pace_days);
}

SessionView Projection::view(const Bouts& bouts, const WeekNode& week, std::size_t nth) {
  SessionView view;
  view.id = week.sessions[nth];
  const SessionFacts& facts = run_.facts(view.id);
  const Session& session = run_.session(view.id);
  view.trains = holds(facts.dates.trained, group_);
  view.has_gate = session.gate.has_value();
  view.guarded = facts_.guarded(session, group_);
  if (view.trains) {
    view.bout_class = bouts.of(week.pass, nth, group_).value_or(BoutClass::novel_heavy);
    view.bout = recovery_days(view.bout_class, run_.plan().level, mode_);
    if (view.has_gate) view.releases = releases(view.id);
    const bool unasked = view.releases == nullptr || (view.releases->ever() & kUnasked) != 0;
    needs_paths_ = needs_paths_ || !view.guarded || unasked;
    reads_recovery_ =
        reads_recovery_ || (view.releases != nullptr && view.releases->reads_recovery());
  }
  if (view.has_gate) view.swap_targets = targets(week, nth);
  if (view.trains || dates_ == Dates::all) {
    add_waits(week, view);
    view.weekdays = weekdays_of(facts.dates);
    reads_weekdays_ = reads_weekdays_ || view.weekdays != 0x7f;
  } else {
    view.may_be_overdue = std::any_of(facts.dates.after.begin(), facts.dates.after.end(),
                                      [](const SessionDates::After& a) { return a.at_most > 0; });
  }
  return view;
}

void Projection::add_waits(const WeekNode& week, SessionView& view) {
  const SessionDates& dates = run_.facts(view.id).dates;
  const auto add = [&](SinceCounter wanted, int at_least, int at_most) {
    wanted.cap = std::max(at_least, at_most);
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

// What a swap may choose: whatever spares one of the groups that may be to blame.
std::uint64_t Projection::targets(const WeekNode& week, std::size_t nth) const {
  const Gate& gate = run_.plan().gates[*run_.session(week.sessions[nth]).gate];
  if (std::none_of(gate.clauses.begin(), gate.clauses.end(),
                   [](const GateClause& c) { return c.verdict == Verdict::swap; }))
    return 0;
  const GroupSet blamable = run_.facts(week.sessions[nth]).dates.trained | groups_named(gate);
  std::uint64_t out = 0;
  for (std::size_t other = 0; other < week.sessions.size(); ++other) {
    const GroupSet burdened = run_.facts(week.sessions[other]).burdened;
    if (other != nth && (blamable & ~burdened) != 0) out |= std::uint64_t{1} << other;
  }
  return out;
}

const GateReleases* Projection::releases(SessionId session) {
  for (const auto& [id, known] : releases_)
    if (id == session) return known.get();
  const ClauseTable& table = facts_.gates[run_.session(session).gate->value];
  return releases_
      .emplace_back(session, std::make_unique<GateReleases>(run_, table, session, group_))
      .second.get();
}

}  // namespace meso
