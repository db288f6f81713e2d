#include "runtime/step/step.h"

#include <algorithm>

#include "runtime/step/record_session.h"
#include "runtime/step/strength.h"

namespace meso {
namespace {

const DayVerdict* verdict_of(const DayDecision& decision) {
  return std::get_if<DayVerdict>(&decision);
}

bool anything_done(const SessionDone& done) {
  return std::any_of(done.lines.begin(), done.lines.end(),
                     [](const DoneLine& line) { return !line.sets.empty(); });
}

// A coach's word stands above the gate, and below a referral and a day on which nothing is due.
DayDecision overruled_or(const RunPlan& run, const State& state, int day, DayDecision decision) {
  using What = DayVerdict::What;
  auto* verdict = std::get_if<DayVerdict>(&decision);
  if (verdict == nullptr || state.overruled_on != day || !state.overruled ||
      verdict->what == What::rest || verdict->what == What::refer ||
      verdict->what == What::finished)
    return decision;
  DayVerdict reduced;
  reduced.what = What::lighten;
  reduced.head = reduced.session = state.overruled;
  reduced.overdue = verdict->overdue;
  reduced.changes = &overruled_changes(run, run.session(state.overruled->id));
  return reduced;
}

// ---- events -----------------------------------------------------------------------------------

class Stepping {
 public:
  Stepping(const RunPlan& run, State& state, int day, Told& told, const AtHand& at_hand)
      : run_(run), state_(state), day_(day), told_(told), at_hand_(at_hand) {}

  void operator()(const CheckedIn& event) {
    if (!event.answers.red_flag.empty()) refer();
    if (state_.today.day != day_) state_.today.begin(day_);
    state_.reports.add(day_, event.answers);
    add_answers(state_.today.answers, event.answers);  // a second check-in adds to the first
    for (const ProbeDone& probe : event.probes)
      if (const auto shown = shown_by(run_, state_.progress.references, probe))
        state_.today.probes.push_back(*shown);
    const auto newly = newly_asked(run_, state_.control, day_, state_.today.answers);
    if (!newly.empty() || at_hand_.verdict == nullptr) note_closed(newly);
    if (at_hand_.verdict != nullptr) state_.today.verdict = *at_hand_.verdict;
    if (state_.today.verdict->what == DayVerdict::What::refer) refer();
  }

  void operator()(const SessionDone& event) {
    if (!event.red_flag.empty()) refer();
    for (const PainReport& pain : event.pains)
      if (pain.pain == Pain::sharp) refer();
    if (event.broken_off && !anything_done(event)) return;
    if (!is_pending(event.session)) {
      state_.control.done.add(run_.facts(event.session.id).dates.name, groups_trained(run_, event),
                              day_);
      return;
    }
    record_session(run_, state_, day_, event, told_, at_hand_);
  }

  void operator()(const OffPlan& event) {
    GroupSet groups = 0;
    for (const DoneLine& line : event.lines)
      if (!line.sets.empty()) groups |= groups_of(run_, line.exercise);
    state_.control.done.add_groups(groups, day_);
  }

  void operator()(const Dropped& event) {
    if (!is_pending(event.session)) return;
    const Place before = state_.control.place;
    consume(run_, state_.control, event.session, {});
    told_.finished = state_.control.finished;
    if (state_.control.place.block != before.block || state_.control.place.run != before.run)
      begin_run(run_, state_);
  }

  void operator()(const Unavailable& event) {
    state_.control.unavailable_until = std::max(state_.control.unavailable_until, event.until);
  }
  void operator()(const RedFlag&) { refer(); }
  void operator()(const Cleared&) { state_.control.referred = false; }
  void operator()(const Overruled& event) {
    if (state_.control.referred || !is_pending(event.session)) return;
    state_.overruled = event.session;
    state_.overruled_on = day_;
  }
  void operator()(const AthleteChanged& event) {
    for (const AthleteChanged::Value& v : event.values)
      state_.progress.references.set(v.kind, v.of, to_unit(v.value, run_.plan().units));
  }
  void operator()(const Moved& event) {
    if (event.block.value >= run_.plan().blocks.size()) return;
    const Block& block = run_.plan().blocks[event.block];
    if (event.week < 0 || event.week >= static_cast<int>(block.weeks.size())) return;
    Control& control = state_.control;
    const bool other = control.place.block != event.block;
    control.interrupted.reset();
    control.returning.reset();
    control.finished = false;
    control.place = start_of(run_.plan(), event.block, other ? 0 : control.place.run);
    control.place.week = event.week;
    control.place.pending = whole_pass(week_of(run_.plan(), control.place));
    control.place.pending_at_start = control.place.pending;
    control.readiness.assign(week_of(run_.plan(), control.place).sessions.size(), Readiness());
    if (other) begin_run(run_, state_);
  }

 private:
  // With nothing more to be answered: what the day decides, and for which sessions it is a first.
  void note_closed(const PendingSessions& newly) {
    CheckIn closed = state_.today.answers;
    closed.closed = true;
    tell_strength(run_, state_, day_, state_.today.probes, closed);
    note_asked(run_, state_.control, state_.reports, day_, closed, newly, at_hand_.verdict);
    if (at_hand_.verdict == nullptr) state_.today.verdict = decided(closed);
  }

  DayVerdict decided(const CheckIn& closed) const {
    return *verdict_of(overruled_or(run_, state_, day_,
                                    decide(run_, state_.control, state_.reports, day_, closed)));
  }

  void refer() {
    state_.control.referred = true;
    state_.today.verdict.reset();
  }

  bool is_pending(const SessionRef& session) const {
    return pending_sessions(run_, state_.control).contains(session);
  }

  const RunPlan& run_;
  State& state_;
  int day_;
  Told& told_;
  const AtHand& at_hand_;
};

}  // namespace

State on_day(const RunPlan& run, State state, int day) {
  arrive(run, state.control, day);
  return state;
}

State step(const RunPlan& run, State state, const DayEvent& event, Told* told) {
  advance(run, state, event, told);
  return state;
}

void advance(const RunPlan& run, State& state, const DayEvent& event, Told* told,
             const AtHand& at_hand) {
  Told ignored;
  Told& tell = told == nullptr ? ignored : *told;
  const auto before = state.control.returning;
  arrive(run, state.control, event.day);
  if (state.control.returning && state.control.returning != before)
    tell.return_ramp = state.control.returning->ramp;
  const bool is_session = std::holds_alternative<SessionDone>(event.what);
  if (!is_session) state.today.verdict.reset();
  std::visit(Stepping(run, state, event.day, tell, at_hand), event.what);
  if (is_session) state.today.verdict.reset();
}

namespace {

DayDecision decide_on_record(const RunPlan& run, const State& state, int day, bool closed) {
  CheckIn nothing_more;
  nothing_more.closed = closed;
  return decide(run, state, day, std::move(nothing_more));
}

}  // namespace

DayDecision decide(const RunPlan& run, const State& state, int day, CheckIn answers,
                   const std::vector<ProbeDone>& probes) {
  Few<StrengthShown, 2> shown;
  for (const ProbeDone& probe : probes)
    if (const auto shows = shown_by(run, state.progress.references, probe))
      shown.push_back(*shows);
    else
      answers.strength.push_back({probe.exercise, Truth::unknown});
  if (state.today.day == day) {
    CheckIn on_record = state.today.answers;
    add_answers(on_record, answers);
    on_record.strength = std::move(answers.strength);
    on_record.passed_over = std::move(answers.passed_over);
    on_record.red_flag = std::move(answers.red_flag);
    on_record.closed = answers.closed;
    answers = std::move(on_record);
    for (const StrengthShown& probe : state.today.probes) shown.push_back(probe);
  }
  tell_strength(run, state, day, shown, answers);
  return overruled_or(run, state, day, decide(run, state.control, state.reports, day, answers));
}

DayDecision decide_openly(const RunPlan& run, const State& state, int day) {
  return decide_on_record(run, state, day, false);
}

DayDecision decide(const RunPlan& run, const State& state, int day) {
  return verdict_on(run, state, day);
}

DayVerdict verdict_on(const RunPlan& run, const State& state, int day) {
  if (state.today.day == day && state.today.verdict) return *state.today.verdict;
  return std::get<DayVerdict>(decide_on_record(run, state, day, true));
}

const std::vector<Change>* changes_of_day(const RunPlan& run, const State& state, int day,
                                          const SessionRef& session) {
  if (state.overruled_on == day && state.overruled == session)
    return &overruled_changes(run, run.session(session.id));
  const DayVerdict verdict = verdict_on(run, state, day);
  return verdict.session == session ? verdict.changes : nullptr;
}

std::vector<TodayLine> session_of(const RunPlan& run, const State& state,
                                  const DayVerdict& verdict) {
  std::vector<TodayLine> lines;
  session_of(run, state, verdict, lines);
  return lines;
}

void session_of(const RunPlan& run, const State& state, const DayVerdict& verdict,
                std::vector<TodayLine>& lines) {
  if (!verdict.session) return lines.clear();
  prescribe(run, state.progress, verdict.session->id,
            {verdict.changes, return_changes(run, state.control)}, lines);
}

const std::vector<Change>& overruled_changes(const RunPlan& run, const Session& session) {
  if (session.gate)
    for (const GateClause& clause : run.plan().gates[*session.gate].clauses)
      if (clause.verdict == Verdict::lighten) return clause.changes;
  static const std::vector<Change> kNone;
  const auto& ramps = run.returns();
  return ramps.empty() || ramps.front().weeks.empty() ? kNone : ramps.front().weeks.front();
}

}  // namespace meso
