#include "runtime/step/apply_rules.h"

#include <algorithm>

#include "runtime/apply_changes.h"

namespace meso {
namespace {

std::optional<Unit> bound_unit(const std::optional<std::variant<Quantity, ParameterRef>>& value) {
  const auto* q = value ? std::get_if<Quantity>(&*value) : nullptr;
  return q == nullptr ? std::nullopt : std::optional(q->unit);
}

// `+ 2 kg per extra rep, up to 10 reps`: how many reps count.
int times_over(const Change& change, const Outcome* outcome) {
  if (change.per == Change::Per::once) return 1;
  const int extra = outcome == nullptr ? 0 : outcome->extra_reps_of(0).value_or(0);
  int reps = std::max(0, change.per == Change::Per::extra_rep ? extra : -extra);
  if (bound_unit(change.at_most) == Unit::reps)
    reps = std::min(reps, static_cast<int>(bound(change.at_most)->floor()));
  return reps;
}

// Is a rise of this change a cut?
bool is_reduction(const Change& change, Decimal before, Decimal after) {
  return (change.what == Changes::load || change.what == Changes::reference) && after < before;
}

Decimal within(const Change& change, Decimal value) {
  const auto unit_of_load = [](const auto& b) {
    const auto unit = bound_unit(b);
    return unit && *unit != Unit::reps;
  };
  if (unit_of_load(change.at_most)) value = std::min(value, *bound(change.at_most));
  if (unit_of_load(change.at_least)) value = std::max(value, *bound(change.at_least));
  return value;
}

// What an amount becomes; `of` gives what `85% of 5RM` stands for.
std::optional<Decimal> changed_amount(const Change& change, Decimal now, int times) {
  const auto* q = std::get_if<Quantity>(&change.value);
  if (q == nullptr) return std::nullopt;
  const Decimal amount = q->low * Decimal::whole(times);
  const Decimal step = q->unit == Unit::percent ? percent_of(amount, now) : amount;
  switch (change.how) {
    case Change::How::add: return now + step;
    case Change::How::subtract: return now - step;
    case Change::How::times: return percent_of(q->low, now);
    case Change::How::set_to: return q->low;
  }
  return std::nullopt;
}

// What a rule sets off in the queue.
void set_off(const Action& action, Triggers& triggers) {
  if (const auto* insert = std::get_if<InsertBlock>(&action)) triggers.inserts.push_back(*insert);
  if (std::holds_alternative<RepeatWeek>(action)) triggers.repeat_week = true;
  if (std::holds_alternative<EndBlock>(action)) triggers.end_block = true;
  if (std::holds_alternative<ReferOut>(action)) triggers.refer = true;
  if (std::holds_alternative<NotifyCoach>(action)) triggers.notify_coach = true;
}

// One clause acting on one progression.
class Acting {
 public:
  Acting(const RunPlan& run, State& state, const Fed& fed, const Outcome* outcome,
         Triggers& triggers)
      : run_(run),
        fed_(fed),
        outcome_(outcome),
        triggers_(triggers),
        slot_(state.progress.slots[fed.state.value]),
        load_(state.progress.loads[fed.state.value]),
        references_(state.progress.references) {}

  void operator()(const Change& written) {
    const Change change = filled_in(written, *fed_.call);
    if (change.next_time) {
      slot_.once.push_back(change);
      if (load_.last) load_.last->comparable = false;  // next time isn't what was asked last time
      return;
    }
    switch (change.what) {
      case Changes::load: return change_load(change);
      case Changes::reference: return change_reference(change);
      case Changes::gap: return;  // of a session, not of a line: rules that are followed do it
      default: break;
    }
    const int stage = slot_.stage;
    change_slot(slot_, change, written_stage(), run_.edition().sets_above_start);
    const bool other_sets =
        change.what == Changes::reps || change.what == Changes::scheme || slot_.stage != stage;
    if (other_sets && load_.last) load_.last->comparable = false;
  }
  void operator()(const Hold&) {}
  void operator()(const NextStage&) {
    const auto& stages = stages_of(*fed_.line, slot_);
    if (slot_.stage + 1 >= static_cast<int>(stages.size())) return;
    to_stage(slot_, slot_.stage + 1);
    if (load_.last) load_.last->comparable = false;
  }
  void operator()(const NextVariation&) { vary(+1); }
  void operator()(const PreviousVariation&) { vary(-1); }
  // What is left is a trigger.
  template <class Trigger>
  void operator()(const Trigger& trigger) {
    set_off(trigger, triggers_);
  }

 private:
  const Prescription& written_stage() const {
    const auto& stages = stages_of(*fed_.line, slot_);
    const int last = static_cast<int>(stages.size()) - 1;
    return stages[static_cast<std::size_t>(std::clamp(slot_.stage, 0, std::max(last, 0)))];
  }

  // The line's exact load as it stands, for bounds and for what is a cut.
  std::optional<Decimal> load_now() const {
    const auto load =
        working_load(run_, references_, written_stage(), load_, *fed_.line, exercise());
    return load ? std::optional(load->amount) : std::nullopt;
  }
  ExerciseId exercise() const {
    if (outcome_ != nullptr) return outcome_->exercise;
    return fed_.line->options.front();
  }

  // So many kilograms more, without a bound, are no cut: the load needn't be worked out to see
  // that.
  bool only_rises(const Change& change) const {
    const auto* q = std::get_if<Quantity>(&change.value);
    if (q == nullptr || change.how != Change::How::add || q->unit == Unit::percent ||
        q->low < Decimal() || change.per != Change::Per::once || change.at_most || change.at_least)
      return false;
    const auto& groups = written_stage().groups;
    return load_.added >= Decimal() &&
           std::none_of(groups.begin(), groups.end(),
                        [](const SetGroup& group) { return group.load_added.has_value(); });
  }

  void change_load(const Change& change) {
    if (only_rises(change)) return change_exactly(change);
    const auto before = load_now();
    change_exactly(change);
    const auto after = load_now();
    if (!before || !after) return;
    add(load_, within(change, *after) - *after);
    if (is_reduction(change, *before, within(change, *after))) reduced();
  }

  void change_exactly(const Change& change) {
    if (const auto* q = std::get_if<Quantity>(&change.value)) {
      const int times = times_over(change, outcome_);
      const Decimal amount = q->low * Decimal::whole(times);
      const Decimal hundred = Decimal::whole(100);
      const bool minus = change.how == Change::How::subtract;
      if (change.how == Change::How::times)
        scale(load_, q->low);
      else if (change.how == Change::How::set_to)
        set_to(load_, {q->low, run_.plan().units});
      else if (q->unit == Unit::percent)
        scale(load_, minus ? hundred - amount : hundred + amount);
      else
        add(load_, minus ? -amount : amount);
    } else if (std::holds_alternative<StartValue>(change.value)) {
      to_start(load_);
    } else if (const auto* part = std::get_if<OfReference>(&change.value)) {
      if (const auto whole = references_.value(run_.plan(), part->reference, fed_exercise()))
        set_to(load_, part_of(part->percent.value, *whole));
    } else if (const auto* of = std::get_if<LoadOfStage>(&change.value)) {
      load_of_stage(*of);
    }
  }

  void load_of_stage(const LoadOfStage& of) {
    const auto n = static_cast<std::size_t>(of.stage - 1);
    if (n >= load_.by_stage.size() || !load_.by_stage[n]) return;
    Load load = *load_.by_stage[n];
    if (of.added) {
      const Quantity& more = std::get<Quantity>(*of.added);
      load.amount += more.unit == Unit::percent ? percent_of(more.low, load.amount) : more.low;
    }
    set_to(load_, load);
  }

  ExerciseId fed_exercise() const { return fed_.line->options.front(); }

  // The exercise whose max it is: that of the line's percentages, else its own.
  ExerciseId reference_owner(ReferenceKind kind) const {
    for (const SetGroup& group : written_stage().groups)
      if (const auto* percent = std::get_if<PercentLoad>(&group.load);
          percent != nullptr && percent->reference == kind)
        return percent->of;
    return fed_exercise();
  }

  void change_reference(const Change& change) {
    const ExerciseId of = reference_owner(change.reference);
    const auto now = references_.value(run_.plan(), change.reference, of);
    if (!now) return;
    const auto amount = changed_amount(change, now->amount, times_over(change, outcome_));
    if (!amount) return;
    const Decimal after = within(change, *amount);
    references_.set(change.reference, of, {after, now->unit});
    if (is_reduction(change, now->amount, after)) reduced();
  }

  // A cut: windows start afresh, and the next time is compared with nothing.
  void reduced() {
    ++slot_.resets;
    restart_windows(slot_);
    if (load_.last) load_.last->comparable = false;
  }

  void vary(int by) {
    const int last = static_cast<int>(fed_.line->options.size()) - 1;
    const int to = std::clamp(slot_.variation + by, 0, last);
    if (to == slot_.variation) return;
    slot_.variation = to;
    slot_.resets = 0;
    restart_windows(slot_);
  }

  const RunPlan& run_;
  const Fed& fed_;
  const Outcome* outcome_;
  Triggers& triggers_;
  SlotState& slot_;
  LoadState& load_;
  References& references_;
};

bool notifies(const RuleClause& clause) {
  return std::any_of(clause.actions.begin(), clause.actions.end(),
                     [](const Action& a) { return std::holds_alternative<NotifyCoach>(a); });
}

bool only_holds(const RuleClause& clause) {
  return std::all_of(clause.actions.begin(), clause.actions.end(),
                     [](const Action& a) { return std::holds_alternative<Hold>(a); });
}

void try_line(const RunPlan& run, State& state, const Fed& fed, const RuleMoment& moment,
              Triggers& triggers, std::vector<RuleActed>& acted) {
  SlotState& slot = state.progress.slots[fed.state.value];
  const auto& stages = stages_of(*fed.line, slot);
  const auto stage = static_cast<std::size_t>(
      std::clamp(slot.stage, 0, std::max(0, static_cast<int>(stages.size()) - 1)));
  LineCase line{fed.call, &slot, &fed.outcome, 0};
  if (stage < stages.size()) line.sets = total_sets(stages[stage]) + slot.sets_added;
  if (!moment.is_event()) count_windows(run, line, moment);
  const auto clause = clause_of(run, line, moment);
  if (!clause) return;
  const RuleClause& acts = run.plan().rules[fed.call->rule].clauses[*clause];
  if (!only_holds(acts))
    acted.push_back({fed.call->rule, *clause, fed.call, fed.outcome.exercise, notifies(acts)});
  Acting acting(run, state, fed, &fed.outcome, triggers);
  for (const Action& action : acts.actions) std::visit(acting, action);
}

// The block's sessions wait so many days at least; their largest wait carries the bound.
int largest_wait(const Block& block) {
  int days = 0;
  for (const Session& session : block.sessions)
    for (const Wait& wait : session.waits) days = std::max(days, wait.at_least_days.value_or(0));
  return days;
}

void change_gap(const RunPlan& run, const State& state, const Change& change, Triggers& triggers) {
  const int written = largest_wait(block_of(run.plan(), state.control.place));
  const Decimal now =
      Decimal::whole(written + triggers.gap_added.value_or(state.control.gap_added));
  if (const auto after = changed_amount(change, now, 1)) {
    Decimal days = *after;
    if (const auto most = bound(change.at_most)) days = std::min(days, *most);
    if (const auto least = bound(change.at_least)) days = std::max(days, *least);
    triggers.gap_added = std::max(0, static_cast<int>(days.floor()) - written);
  }
}

// One of these lifts; any where none are named.
bool is_of(const Fed& fed, const std::vector<ExerciseId>& lifts) {
  return lifts.empty() ||
         std::find(lifts.begin(), lifts.end(), fed.outcome.exercise) != lifts.end();
}

// A followed rule changes the progressions of its lifts that this block run has fed.
void change_lifts(const RunPlan& run, State& state, const RuleCall& call, const Change& change,
                  const std::vector<ExerciseId>& lifts, Triggers& triggers) {
  for (const Fed* known : fed_in_order(state)) {
    if (!is_of(*known, lifts)) continue;
    Fed fed = *known;
    fed.call = &call;
    Acting acting(run, state, fed, &fed.outcome, triggers);
    acting(change);
  }
}

}  // namespace

Change filled_in(const Change& change, const RuleCall& call) {
  Change out = change;
  if (const auto* p = std::get_if<ParameterRef>(&change.value))
    out.value = value_of(std::variant<Quantity, ParameterRef>(*p), call);
  for (auto* bound : {&out.at_most, &out.at_least})
    if (*bound) *bound = value_of(**bound, call);
  if (auto* stage = std::get_if<LoadOfStage>(&out.value); stage != nullptr && stage->added)
    stage->added = value_of(*stage->added, call);
  return out;
}

void line_exposed(const RunPlan& run, State& state, const Fed& fed, const RuleMoment& moment,
                  Triggers& triggers, std::vector<RuleActed>& acted) {
  SlotState& slot = state.progress.slots[fed.state.value];
  ++slot.exposures;
  slot.once.clear();
  try_line(run, state, fed, moment, triggers, acted);
}

void line_event(const RunPlan& run, State& state, const Fed& fed, const RuleMoment& moment,
                Triggers& triggers, std::vector<RuleActed>& acted) {
  if (run.waits_for_events(fed.call->rule)) try_line(run, state, fed, moment, triggers, acted);
}

void followed(const RunPlan& run, State& state, const FollowCase& follow, const RuleMoment& moment,
              Triggers& triggers, std::vector<RuleActed>& acted) {
  if (moment.is_event() && !run.waits_for_events(follow.call->rule)) return;
  if (!moment.is_event()) count_windows(run, follow, moment);
  const auto found = clause_of(run, follow, moment);
  if (!found) return;
  const RuleClause& acts = run.plan().rules[follow.call->rule].clauses[found->clause];
  if (!only_holds(acts))
    acted.push_back({follow.call->rule, found->clause, follow.call, std::nullopt, notifies(acts)});
  for (const Action& action : acts.actions) {
    const auto* change = std::get_if<Change>(&action);
    if (change == nullptr) {
      set_off(action, triggers);
    } else if (change->what == Changes::gap) {
      change_gap(run, state, filled_in(*change, *follow.call), triggers);
    } else {
      change_lifts(run, state, *follow.call, *change, found->lifts, triggers);
    }
  }
}

}  // namespace meso
