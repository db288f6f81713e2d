#include "runtime/step/record_session.h"

#include <algorithm>

#include "runtime/step/remember.h"
#include "runtime/step/strength.h"

namespace meso {
namespace {

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
    if (run.result_reads().never_sore)
      recovery.never_sore =
          readiness.trained_then &&
          state.reports.never_above(groups, 0, last == kNever ? 0 : last + 1, day).value_or(false);
  }
  if (state.today.day == day) {
    const int worst = worst_soreness(state.today.answers, groups);
    if (worst != CheckIn::kUnanswered)
      recovery.sore_at_start = worst >= run.edition().functional_from;
  }
  return recovery;
}

class Recording {
 public:
  Recording(const RunPlan& run, State& state, int day, const SessionDone& done, Told& told,
            Remembered& results)
      : run_(run), state_(state), day_(day), done_(done), told_(told), results_(results) {}

  void run(std::span<const TodayLine> asked) {
    DayChanges changes;  // asked for only where the session has to be prescribed again
    if (asked.empty())
      changes = {changes_of_day(run_, state_, day_, done_.session),
                 return_changes(run_, state_.control)};
    told_.exposure = is_exposure();
    moment_.week = state_.control.place.week + 1;
    moment_.recovery = recovery_before(run_, state_, done_.session, day_);
    close_answers();  // before the results change what strength is usual
    remember_results(run_, state_, {day_, done_, changes, told_.exposure, asked}, results_);
    const Today today = today_now();
    moment_.today = &today;
    if (told_.exposure) try_lines();
    try_followed();
    // Rules of this session may have asked for the week again, or for the block's end.
    const Ends ends = ends_with(run_, state_.control, done_.session, triggers_);
    try_events(ends);
    finish(ends);
  }

 private:
  // Done at `train`, outside deload, test and return weeks. Without a check-in nothing speaks
  // against it.
  bool is_exposure() const {
    if (done_.lightened || done_.broken_off || !is_exposure_week(run_, state_.control) ||
        state_.overruled_on == day_)
      return false;
    if (state_.today.day != day_) return true;
    const DayVerdict verdict = verdict_on(run_, state_, day_);
    return verdict.session == done_.session && verdict.changes == nullptr;
  }

  void close_answers() {
    const bool checked_in = state_.today.day == day_;
    if (checked_in) answers_ = state_.today.answers;
    answers_.closed = true;
    std::span<const StrengthShown> probes;
    if (checked_in) probes = state_.today.probes;
    if (run_.result_reads().strength) tell_strength(run_, state_, day_, probes, answers_);
  }

  Today today_now() const {
    return today_for(run_, state_.control, state_.reports, day_, answers_, done_.session.id);
  }

  void try_lines() {
    for (Fed& fed : results_.fed) {
      line_exposed(run_, state_, fed, moment_, triggers_, told_.rules);
      fed.turn = ++state_.last_turn;
      keep(fed);
    }
  }

  // In the place that it has, so that its memory serves again.
  void keep(const Fed& fed) {
    const auto known = std::find_if(state_.fed.begin(), state_.fed.end(), [&](const Fed& k) {
      return k.state == fed.state && k.call == fed.call;
    });
    if (known == state_.fed.end())
      state_.fed.push_back(fed);
    else
      *known = fed;
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
      followed(run_, state_, {&call, &follow, results_.outcomes}, moment_, triggers_, told_.rules);
    });
  }

  void try_events(const Ends& ends) {
    RuleMoment moment = moment_;
    moment.ends = ends;
    if (!moment.is_event()) return;
    if (run_.lines_wait_for_events())
      for (const Fed* fed : fed_in_order(state_))
        line_event(run_, state_, *fed, moment, triggers_, told_.rules);
    for_each_follow([&](const RuleCall& call, FollowState& follow) {
      followed(run_, state_, {&call, &follow, results_.outcomes}, moment, triggers_, told_.rules);
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
  Remembered& results_;
  CheckIn answers_;  // of that day
  RuleMoment moment_;
  Triggers triggers_;
};

}  // namespace

void record_session(const RunPlan& run, State& state, int day, const SessionDone& done, Told& told,
                    const AtHand& at_hand) {
  std::optional<Remembered> own;
  Remembered& results = at_hand.memory == nullptr ? own.emplace() : *at_hand.memory;
  Recording(run, state, day, done, told, results).run(at_hand.session);
}

GroupSet groups_of(const RunPlan& run, ExerciseId exercise) {
  GroupSet groups = 0;
  for (const MuscleShare& share : run.plan().exercises[exercise].muscles)
    if (share.share >= Decimal::whole(1)) groups |= group_bit(share.group);
  return groups;
}

GroupSet groups_trained(const RunPlan& run, const SessionDone& done) {
  GroupSet groups = done.broken_off ? 0 : run.facts(done.session.id).dates.trained;
  for (const DoneLine& line : done.lines)
    if (!line.sets.empty() && (done.broken_off || line.substituted))
      groups |= groups_of(run, line.exercise);
  return groups;
}

}  // namespace meso
