#include "runtime/step/control.h"

#include <algorithm>

namespace meso {
namespace {

void start_pass(const RunPlan& run, Control& control) {
  control.readiness.assign(week_of(run.plan(), control.place).sessions.size(), Readiness());
}

void start_week(const RunPlan& run, Control& control) {
  control.repeats = 0;
  control.repeat_week = false;
  start_pass(run, control);
}

void start_run(const RunPlan& run, Control& control) {
  std::fill(control.inserted.begin(), control.inserted.end(), 0);
  control.end_block = false;
  control.gap_added = 0;
  start_week(run, control);
}

// The longest return that so many days off call for.
std::optional<std::size_t> ramp_for(const RunPlan& run, int days) {
  std::optional<std::size_t> ramp;
  for (std::size_t i = 0; i < run.returns().size(); ++i)
    if (days >= run.returns()[i].after_days_off && !run.returns()[i].weeks.empty()) ramp = i;
  return ramp;
}

int earliest(const RunPlan& run, const Control& control, const SessionRef& session, int from) {
  const Pace pace =
      pace_of(block_of(run.plan(), control.place), week_of(run.plan(), control.place));
  return earliest_day({run.edition(), true}, control.done, run.facts(session.id).dates, pace, from,
                      control.gap_added);
}

// Days without a session. Where the plan names no return itself, a wait that it asks for is no
// lay-off: only the last days of it count.
int lay_off(const RunPlan& run, const Control& control, int day) {
  const int last = control.done.last();
  const auto pending = pending_sessions(run, control);
  if (!run.plan().returns.empty() || pending.empty()) return day - last;
  const int due = earliest(run, control, pending.front(), last + 1);
  return day - std::max(last, due - run.edition().pace_days);
}

bool ends_week(const RunPlan& run, const Place& place, std::uint64_t left, int consumed) {
  const Block& block = block_of(run.plan(), place);
  const Week& week = week_of(run.plan(), place);
  return rotates(block, week) ? consumed >= sessions_a_week(block, week) : left == 0;
}

// ---- going on ---------------------------------------------------------------------------------

void go_to(const RunPlan& run, Control& control, const std::optional<Place>& next) {
  if (!next) {
    control.finished = true;
    return;
  }
  const bool same_run =
      next->block == control.place.block && next->run == control.place.run && next->week > 0;
  control.place = *next;
  same_run ? start_week(run, control) : start_run(run, control);
}

// The inserted block ran out: back to where it came in between.
void end_insertion(const RunPlan& run, Control& control) {
  control.place = *control.interrupted;
  control.interrupted.reset();
  start_pass(run, control);
}

void week_is_over(const RunPlan& run, Control& control) {
  if (control.returning) {
    if (++control.returning->week == run.returns()[control.returning->ramp].weeks.size())
      control.returning.reset();
    start_week_afresh(control.place);
    return start_pass(run, control);
  }
  if (control.repeat_week && control.repeats == 0) {
    start_week_afresh(control.place);
    control.repeat_week = false;
    ++control.repeats;
    return start_pass(run, control);
  }
  const bool last_of_insertion =
      control.interrupted && is_last_week(run.plan(), control.place, control.end_block);
  if (last_of_insertion) return end_insertion(run, control);
  go_to(run, control, after_week(run.plan(), control.place, control.end_block));
}

// Insertions don't nest, and one that is next in the plan anyway isn't done twice.
void insert(const RunPlan& run, Control& control, const InsertBlock& wanted) {
  const Plan& plan = run.plan();
  if (control.finished || control.interrupted || control.returning) return;
  const bool is_next = control.place == start_of(plan, wanted.block, 0);
  int& times = control.inserted[wanted.block.value];
  if (is_next || !has_sessions(plan.blocks[wanted.block]) ||
      times >= wanted.at_most.value_or(run.edition().inserts_per_run))
    return;
  ++times;
  control.interrupted = control.place;
  control.place = start_of(plan, wanted.block, 0);
  start_pass(run, control);
}

}  // namespace

std::string_view text(DayVerdict::What what) {
  using What = DayVerdict::What;
  switch (what) {
    case What::train: return "train";
    case What::lighten: return "lighten";
    case What::swap: return "swap";
    case What::recover: return "recover";
    case What::rest: return "rest";
    case What::refer: return "refer";
    case What::finished: return "finished";
  }
  return "";
}

Control start_control(const RunPlan& run) {
  Control control;
  control.done = DoneDates(run.names().size());
  control.inserted.assign(run.plan().blocks.size(), 0);
  for (std::size_t b = 0; b < run.plan().blocks.size(); ++b) {
    if (!has_sessions(run.plan().blocks[run.plan().blocks.id_of(b)])) continue;
    control.place = start_of(run.plan(), run.plan().blocks.id_of(b), 0);
    start_run(run, control);
    return control;
  }
  control.finished = true;
  return control;
}

WeekKind kind_of(const RunPlan& run, const Control& control) {
  const Block& block = block_of(run.plan(), control.place);
  const Week& week = week_of(run.plan(), control.place);
  return week.kind == WeekKind::loading ? block.kind : week.kind;
}

bool is_exposure_week(const RunPlan& run, const Control& control) {
  const WeekKind kind = kind_of(run, control);
  return !control.returning && (kind == WeekKind::loading || kind == WeekKind::push);
}

PendingSessions pending_sessions(const RunPlan& run, const Control& control) {
  static const Week kNone;
  if (control.finished) return {control.place.block, kNone, 0};
  const Week& week = week_of(run.plan(), control.place);
  return {control.place.block, week, control.place.pending & whole_pass(week)};
}

std::optional<SessionRef> pending_session(const RunPlan& run, const Control& control,
                                          std::string_view name) {
  for (const SessionRef& ref : pending_sessions(run, control))
    if (run.session(ref.id).name == name) return ref;
  return std::nullopt;
}

const std::vector<Change>* return_changes(const RunPlan& run, const Control& control) {
  if (!control.returning) return nullptr;
  return &run.returns()[control.returning->ramp].weeks[control.returning->week];
}

std::optional<int> days_off(const Control& control, int day) {
  if (!control.done.any()) return std::nullopt;
  return day - control.done.last();
}

bool rested(const RunPlan& run, const Control& control, GroupSet groups, int day) {
  const int days = (run.edition().strength_no_history_hours + 23) / 24;
  for (; groups != 0; groups &= groups - 1) {
    const int last = control.done.by_group[static_cast<std::size_t>(__builtin_ctz(groups))];
    if (last != kNever && day - last < days) return false;
  }
  return true;
}

Today today_for(const RunPlan& run, const Control& control, const Reports& reports, int day,
                const CheckIn& answers, SessionId session) {
  const SessionFacts& facts = run.facts(session);
  const GroupSet trained = facts.dates.trained;
  return {run,
          day,
          answers,
          reports,
          trained,
          facts.touched,
          worst_soreness(answers, trained),
          days_off(control, day),
          facts.probe,
          !facts.probe && rested(run, control, trained, day)};
}

int due_from(const RunPlan& run, const Control& control, const SessionRef& session, int from) {
  const bool away = control.unavailable_until != kNever;
  return earliest(run, control, session,
                  away ? std::max(from, control.unavailable_until + 1) : from);
}

std::optional<Returning> comes_back(const RunPlan& run, const Control& control, int day) {
  if (!control.done.any() || control.finished || run.returns().empty() ||
      day - control.done.last() < run.returns().front().after_days_off)
    return std::nullopt;
  const auto ramp = ramp_for(run, lay_off(run, control, day));
  if (!ramp) return std::nullopt;
  const Returning wanted{*ramp, 0, control.done.last()};
  const bool known = control.returning && control.returning->since == wanted.since &&
                     control.returning->ramp == wanted.ramp;
  return known ? std::nullopt : std::optional(wanted);
}

void arrive(const RunPlan& run, Control& control, int day) {
  const auto wanted = comes_back(run, control, day);
  if (!wanted) return;
  control.returning = wanted;
  start_week_afresh(control.place);
  start_pass(run, control);
}

Ends ends_with(const RunPlan& run, const Control& control, const SessionRef& session,
               const Triggers& triggers) {
  if (control.returning || control.interrupted) return {};
  const bool repeats = (control.repeat_week || triggers.repeat_week) && control.repeats == 0;
  const std::uint64_t left = control.place.pending & ~(std::uint64_t{1} << session.nth);
  Ends ends;
  ends.rotation = left == 0;
  ends.week = ends_week(run, control.place, left, control.place.consumed + 1);
  ends.block = ends.week && !repeats &&
               is_last_week(run.plan(), control.place, control.end_block || triggers.end_block);
  return ends;
}

void note_trained(const RunPlan& run, Control& control, const SessionRef& session, GroupSet trained,
                  int day) {
  control.done.add(run.facts(session.id).dates.name, trained, day);
}

void consume(const RunPlan& run, Control& control, const SessionRef& session,
             const Triggers& triggers) {
  Place& place = control.place;
  place.pending &= ~(std::uint64_t{1} << session.nth);
  ++place.consumed;
  control.repeat_week = control.repeat_week || triggers.repeat_week;
  control.end_block = control.end_block || triggers.end_block;
  if (triggers.gap_added) control.gap_added = *triggers.gap_added;
  if (ends_week(run, place, place.pending, place.consumed)) {
    week_is_over(run, control);
  } else if (place.pending == 0) {
    place.pending = whole_pass(week_of(run.plan(), place));
    start_pass(run, control);
  }
  for (const InsertBlock& wanted : triggers.inserts) insert(run, control, wanted);
  if (triggers.refer) control.referred = true;
}

}  // namespace meso
