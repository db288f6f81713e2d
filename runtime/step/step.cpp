#include "runtime/step/step.h"

#include <algorithm>

#include "runtime/dose.h"
#include "runtime/step/strength.h"

namespace meso {
namespace {

const DayVerdict* verdict_of(const DayDecision& decision) {
  return std::get_if<DayVerdict>(&decision);
}

FollowState fresh_follow(const RunPlan& run, const RuleCall& call) {
  FollowState follow;
  follow.windows.resize(run.windows(call.rule).size());
  return follow;
}

std::vector<FollowState> fresh_follows(const RunPlan& run, const std::vector<RuleCall>& calls) {
  std::vector<FollowState> follows;
  for (const RuleCall& call : calls) follows.push_back(fresh_follow(run, call));
  return follows;
}

// A block's run begins: what was counted over a block starts afresh.
void begin_run(const RunPlan& run, State& state) {
  state.fed.clear();
  if (state.control.finished) return;
  state.block_follows = fresh_follows(run, block_of(run.plan(), state.control.place).follows);
  for (SlotState& slot : state.progress.slots)
    for (WindowCount& window : slot.windows) window.block_ends();
}

GroupSet groups_of(const RunPlan& run, ExerciseId exercise) {
  GroupSet groups = 0;
  for (const MuscleShare& share : run.plan().exercises[exercise].muscles)
    if (share.share >= Decimal::whole(1)) groups |= group_bit(share.group);
  return groups;
}

// A session that was done to its end trained what it always trains, and what stood in for it.
GroupSet groups_trained(const RunPlan& run, const SessionDone& done) {
  GroupSet groups = done.broken_off ? 0 : run.facts(done.session.id).dates.trained;
  for (const DoneLine& line : done.lines)
    if (!line.sets.empty() && (done.broken_off || line.substituted))
      groups |= groups_of(run, line.exercise);
  return groups;
}

bool anything_done(const SessionDone& done) {
  return std::any_of(done.lines.begin(), done.lines.end(),
                     [](const DoneLine& line) { return !line.sets.empty(); });
}

// How recovery went before this session, from the check-ins.
Recovery recovery_before(const RunPlan& run, const State& state, const SessionRef& session,
                         int day) {
  Recovery recovery;
  const SessionFacts& facts = run.facts(session.id);
  const GroupSet groups = facts.dates.trained;
  const Readiness& readiness = state.control.readiness[static_cast<std::size_t>(session.nth)];
  if (readiness.first_asked != kNever) {
    recovery.in_time = readiness.trained_then;
    recovery.early = readiness.trained_then && readiness.fresh_before;
    const int last = state.control.done.by_name[facts.dates.name];
    const auto never = state.reports.never_above(groups, 0, last == kNever ? 0 : last + 1, day);
    recovery.never_sore = readiness.trained_then && never.value_or(false);
  }
  if (state.today.day == day) {
    const int worst = worst_soreness(state.today.answers, groups);
    if (worst != CheckIn::kUnanswered)
      recovery.sore_at_start = worst >= run.edition().functional_from;
  }
  return recovery;
}

// ---- a session --------------------------------------------------------------------------------

// One session on its way from done to remembered.
class Recording {
 public:
  Recording(const RunPlan& run, State& state, int day, const SessionDone& done, Told& told)
      : run_(run), state_(state), day_(day), done_(done), told_(told) {
    const DayDecision decision = decide(run, state, day);
    if (const DayVerdict* verdict = verdict_of(decision);
        verdict != nullptr && verdict->session == done.session)
      changes_.gate = verdict->changes;
    if (state.overruled_on == day && state.overruled == done.session)
      changes_.gate = &overruled_changes(run, run.session(done.session.id));
    changes_.returning = return_changes(run, state.control);
    told.exposure = is_exposure(decision);
  }

  void run() {
    moment_.week = state_.control.place.week + 1;
    moment_.recovery = recovery_before(run_, state_, done_.session, day_);
    remember_lines();
    const Today today = today_now();
    moment_.today = &today;
    if (told_.exposure) try_lines();
    try_followed();
    const Ends ends = ends_with_triggers();
    try_events(ends);
    finish(ends);
  }

 private:
  // Done at `train`, outside deload, test and return weeks. Without a check-in nothing speaks
  // against it.
  bool is_exposure(const DayDecision& decision) const {
    if (done_.lightened || done_.broken_off || !is_exposure_week(run_, state_.control) ||
        state_.overruled_on == day_)
      return false;
    if (state_.today.day != day_) return true;
    const DayVerdict* verdict = verdict_of(decision);
    return verdict == nullptr || (verdict->session == done_.session && verdict->changes == nullptr);
  }

  Today today_now() const {
    return today_for(run_, state_.control, state_.reports, day_, state_.today.answers,
                     done_.session.id);
  }

  // What each line came to is told to its states: found loads, last time, maxes, strength.
  void remember_lines() {
    for (const DoneLine& done : done_.lines) {
      if (!done.line || done.sets.empty() || done.substituted) continue;
      const TodayLine asked =
          prescribe(run_, state_.progress, done_.session.id, *done.line, changes_);
      if (run_.facts(done_.session.id).lines[*done.line].states.empty()) continue;
      remember(asked, done);
    }
    remember_probes();
  }

  void remember(const TodayLine& asked, const DoneLine& done) {
    Progress& progress = state_.progress;
    const LineFacts& facts = run_.facts(done_.session.id).lines[*done.line];
    const std::vector<AskedSet> sets = asked_sets(asked);
    const LineResult result{asked, sets, done};
    const LastTime now = as_last_time(run_, progress.references, result);
    Outcome outcome = judge(run_, result, now, last_time(facts));
    note_loads(asked, done, facts);
    if (told_.exposure) {
      note_strength(sets, done);
      for (const StateId id : facts.states) progress.loads[id.value].last = now;
    }
    if (asked.sets.test && outcome.tested) note_test(*asked.sets.test, done);
    for (std::size_t i = 0; i < asked.line->rules.size() && i < facts.states.size(); ++i)
      cases_.push_back({facts.states[i], &asked.line->rules[i], asked.line, outcome});
    if (told_.exposure) outcomes_.push_back(std::move(outcome));
  }

  // A cut by any of the line's rules makes the next time one that isn't compared.
  std::optional<LastTime> last_time(const LineFacts& facts) const {
    const auto& loads = state_.progress.loads;
    std::optional<LastTime> last = loads[facts.states.front().value].last;
    for (const StateId id : facts.states)
      if (const auto& other = loads[id.value].last; last && other && !other->comparable)
        last->comparable = false;
    return last;
  }

  // The load that the athlete found, where the plan left it open, and the stage's last load.
  void note_loads(const TodayLine& asked, const DoneLine& done, const LineFacts& facts) {
    Progress& progress = state_.progress;
    const bool whole = told_.exposure;
    auto heaviest = heaviest_of(done);
    const bool leaves_open = is_left_open(asked, done.exercise, facts);
    const bool own_body = run_.plan().exercises[done.exercise].equipment == Equipment::bodyweight;
    // Bodyweight alone is found too, or what a rule adds to it would be found the next time.
    if (leaves_open && own_body && !heaviest) heaviest = Load{Decimal(), run_.plan().units};
    for (const StateId id : facts.states) {
      LoadState& load = progress.loads[id.value];
      const bool remembers = !facts.feeds && !asked.line->shares;
      if (whole && heaviest && (leaves_open || remembers)) load.find(done.exercise, *heaviest);
      if (!whole) continue;
      const auto exact =
          leaves_open ? heaviest : working_load(run_, progress.references, asked.base);
      const auto stage = static_cast<std::size_t>(asked.stage);
      if (load.by_stage.size() <= stage) load.by_stage.resize(stage + 1);
      if (exact) load.by_stage[stage] = exact;
    }
  }

  // Nothing is written and nothing found yet; of bodyweight what is added to it may be found.
  bool is_left_open(const TodayLine& asked, ExerciseId exercise, const LineFacts& facts) const {
    const LoadState& load = state_.progress.loads[facts.states.front().value];
    const auto& written = written_stages(*asked.line);
    const auto stage = static_cast<std::size_t>(asked.stage);
    if (asked.line->start || load.found_for(exercise) != nullptr || stage >= written.size())
      return false;
    return std::any_of(written[stage].groups.begin(), written[stage].groups.end(),
                       [](const SetGroup& g) { return std::holds_alternative<NoLoad>(g.load); });
  }

  std::optional<Load> heaviest_of(const DoneLine& done) const {
    std::optional<Load> heaviest;
    for (const DoneSet& set : done.sets) {
      if (!set.load) continue;
      const Load load = to_unit(*set.load, run_.plan().units);
      if (!heaviest || load.amount > heaviest->amount) heaviest = load;
    }
    return heaviest;
  }

  void note_strength(const std::vector<AskedSet>& sets, const DoneLine& done) {
    if (state_.today.day == day_)
      for (const StrengthShown& probe : state_.today.probes)
        if (probe.exercise == done.exercise && !probe.at_least) return;  // it is remembered itself
    const DoneSet& first = done.sets.front();
    const bool has_load =
        first.load || (!sets.empty() && sets.front().load != nullptr && sets.front().load->low);
    if (first.of != DoneSet::Of::reps || !has_load) return;
    if (shows_at_least(run_.edition(), first)) return;
    remember_strength(done.exercise, estimate(run_, state_.progress.references,
                                              sets.empty() ? nullptr : &sets.front(), first));
  }

  void remember_probes() {
    if (state_.today.day != day_ || !told_.exposure) return;
    for (const StrengthShown& probe : state_.today.probes)
      if (!probe.at_least) remember_strength(probe.exercise, probe.estimate);
  }

  void remember_strength(ExerciseId exercise, Decimal estimate) {
    state_.progress.strength[exercise.value].add(estimate, run_.edition().strength_history);
  }

  void note_test(const TestSpec& test, const DoneLine& done) {
    if (test.max_reps) return;
    std::optional<Load> best;
    for (const DoneSet& set : done.sets)
      if (set.load && set.amount >= test.reps) {
        const Load load = to_unit(*set.load, run_.plan().units);
        if (!best || load.amount > best->amount) best = load;
      }
    if (best)
      state_.progress.references.set({ReferenceKind::Of::n_rm, test.reps}, done.exercise, *best);
  }

  void try_lines() {
    for (Fed& fed : cases_) {
      line_exposed(run_, state_, fed, moment_, triggers_, told_.rules);
      std::erase_if(state_.fed, [&](const Fed& known) {
        return known.state == fed.state && known.call == fed.call;
      });
      state_.fed.push_back(std::move(fed));
    }
  }

  template <class Visit>
  void for_each_follow(Visit visit) {
    const Block& block = block_of(run_.plan(), state_.control.place);
    for (std::size_t i = 0; i < block.follows.size() && i < state_.block_follows.size(); ++i)
      visit(block.follows[i], state_.block_follows[i]);
    for (std::size_t i = 0; i < run_.plan().follows.size(); ++i)
      visit(run_.plan().follows[i], state_.plan_follows[i]);
  }

  void try_followed() {
    for_each_follow([&](const RuleCall& call, FollowState& follow) {
      followed(run_, state_, {&call, &follow, outcomes_}, moment_, triggers_, told_.rules);
    });
  }

  // Rules of this session may have asked for the week again, or for the block's end.
  Ends ends_with_triggers() const {
    Control control = state_.control;
    control.repeat_week = control.repeat_week || triggers_.repeat_week;
    control.end_block = control.end_block || triggers_.end_block;
    return ends_with(run_, control, done_.session);
  }

  void try_events(const Ends& ends) {
    RuleMoment moment = moment_;
    moment.ends = ends;
    if (!moment.is_event()) return;
    const std::vector<Fed> all = state_.fed;
    for (const Fed& fed : all) line_event(run_, state_, fed, moment, triggers_, told_.rules);
    for_each_follow([&](const RuleCall& call, FollowState& follow) {
      followed(run_, state_, {&call, &follow, outcomes_}, moment, triggers_, told_.rules);
    });
  }

  void finish(const Ends& ends) {
    const bool inserted_before = state_.control.interrupted.has_value();
    note_trained(run_, state_.control, done_.session, groups_trained(run_, done_), day_);
    const Place before = state_.control.place;
    consume(run_, state_.control, done_.session, triggers_);
    if (!inserted_before && state_.control.interrupted)
      told_.inserted.push_back(state_.control.place.block);
    if (ends.week)
      for (SlotState& slot : state_.progress.slots)
        for (WindowCount& window : slot.windows) window.week_ends();
    told_.week_ends = ends.week;
    told_.block_ends = ends.block;
    told_.finished = state_.control.finished;
    const Place& home =
        state_.control.interrupted ? *state_.control.interrupted : state_.control.place;
    if (!inserted_before && (home.block != before.block || home.run != before.run))
      begin_run(run_, state_);
  }

  const RunPlan& run_;
  State& state_;
  int day_;
  const SessionDone& done_;
  Told& told_;
  DayChanges changes_;
  RuleMoment moment_;
  Triggers triggers_;
  std::vector<Fed> cases_;
  std::vector<Outcome> outcomes_;
};

// ---- events -----------------------------------------------------------------------------------

class Stepping {
 public:
  Stepping(const RunPlan& run, State& state, int day, Told& told)
      : run_(run), state_(state), day_(day), told_(told) {}

  void operator()(const CheckedIn& event) {
    if (!event.answers.red_flag.empty()) refer(state_.control, event.answers.red_flag);
    if (state_.today.day != day_) state_.today = DayAnswers{day_, {}, {}};
    state_.reports.add(day_, event.answers);
    add_answers(state_.today.answers, event.answers);  // a second check-in adds to the first
    for (const ProbeDone& probe : event.probes)
      if (const auto shown = shown_by(run_, state_.progress.references, probe))
        state_.today.probes.push_back(*shown);
    CheckIn closed = state_.today.answers;
    closed.closed = true;
    tell_strength(run_, state_, day_, state_.today.probes, closed);
    note_asked(run_, state_.control, state_.reports, day_, closed);
    const DayDecision decision = decide(run_, state_, day_);
    if (const DayVerdict* verdict = verdict_of(decision);
        verdict != nullptr && verdict->what == DayVerdict::What::refer)
      refer(state_.control, "the check-in");
  }

  void operator()(const SessionDone& event) {
    if (!event.red_flag.empty()) refer(state_.control, event.red_flag);
    for (const PainReport& pain : event.pains)
      if (pain.pain == Pain::sharp) refer(state_.control, "sharp pain in a session");
    if (event.broken_off && !anything_done(event)) return;
    if (!is_pending(event.session)) {
      state_.control.done.add(run_.facts(event.session.id).dates.name, groups_trained(run_, event),
                              day_);
      return;
    }
    Recording(run_, state_, day_, event, told_).run();
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
  void operator()(const RedFlag& event) { refer(state_.control, event.what); }
  void operator()(const Cleared&) {
    state_.control.referred = false;
    state_.control.referred_for.clear();
  }
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
  bool is_pending(const SessionRef& session) const {
    const auto pending = pending_sessions(run_, state_.control);
    return std::find(pending.begin(), pending.end(), session) != pending.end();
  }

  const RunPlan& run_;
  State& state_;
  int day_;
  Told& told_;
};

}  // namespace

State start(const RunPlan& run) {
  State state;
  state.control = start_control(run);
  state.progress = start_progress(run);
  state.plan_follows = fresh_follows(run, run.plan().follows);
  begin_run(run, state);
  return state;
}

State on_day(const RunPlan& run, State state, int day) {
  arrive(run, state.control, day);
  return state;
}

State step(const RunPlan& run, State state, const DayEvent& event, Told* told) {
  advance(run, state, event, told);
  return state;
}

void advance(const RunPlan& run, State& state, const DayEvent& event, Told* told) {
  Told ignored;
  Told& tell = told == nullptr ? ignored : *told;
  const auto before = state.control.returning;
  arrive(run, state.control, event.day);
  if (state.control.returning && state.control.returning != before)
    tell.return_ramp = state.control.returning->ramp;
  std::visit(Stepping(run, state, event.day, tell), event.what);
}

namespace {

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

DayDecision decide_on_record(const RunPlan& run, const State& state, int day, bool closed) {
  CheckIn nothing_more;
  nothing_more.closed = closed;
  return decide(run, state, day, std::move(nothing_more));
}

}  // namespace

DayDecision decide(const RunPlan& run, const State& state, int day, CheckIn answers,
                   const std::vector<ProbeDone>& probes) {
  std::vector<StrengthShown> shown;
  for (const ProbeDone& probe : probes)
    if (const auto shows = shown_by(run, state.progress.references, probe))
      shown.push_back(*shows);
    else
      answers.strength.emplace_back(probe.exercise, Truth::unknown);
  CheckIn all = answers;
  if (state.today.day == day) {
    CheckIn on_record = state.today.answers;
    add_answers(on_record, answers);
    on_record.strength = std::move(all.strength);
    on_record.passed_over = std::move(all.passed_over);
    on_record.red_flag = std::move(all.red_flag);
    on_record.closed = answers.closed;
    all = std::move(on_record);
    shown.insert(shown.end(), state.today.probes.begin(), state.today.probes.end());
  }
  tell_strength(run, state, day, shown, all);
  return overruled_or(run, state, day, decide(run, state.control, state.reports, day, all));
}

DayDecision decide_openly(const RunPlan& run, const State& state, int day) {
  return decide_on_record(run, state, day, false);
}

DayDecision decide(const RunPlan& run, const State& state, int day) {
  return decide_on_record(run, state, day, true);
}

const std::vector<Change>* changes_of_day(const RunPlan& run, const State& state, int day,
                                          const SessionRef& session) {
  if (state.overruled_on == day && state.overruled == session)
    return &overruled_changes(run, run.session(session.id));
  const DayDecision decision = decide(run, state, day);
  const DayVerdict* verdict = verdict_of(decision);
  return verdict != nullptr && verdict->session == session ? verdict->changes : nullptr;
}

std::vector<TodayLine> session_of(const RunPlan& run, const State& state,
                                  const DayVerdict& verdict) {
  if (!verdict.session) return {};
  return prescribe(run, state.progress, verdict.session->id,
                   {verdict.changes, return_changes(run, state.control)});
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
