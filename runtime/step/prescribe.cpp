#include "runtime/step/prescribe.h"

#include <algorithm>

#include "runtime/apply_changes.h"

namespace meso {
namespace {

std::optional<TimeRange> rest_of(const Line& line, int added, const DayChanges& changes) {
  if (!line.rest || (added == 0 && changes.gate == nullptr && changes.returning == nullptr))
    return line.rest;
  Line changed;
  changed.rest = TimeRange{{std::max(0, line.rest->low.count + added)},
                           {std::max(0, line.rest->high.count + added)}};
  if (changes.gate != nullptr) apply_rest_changes(*changes.gate, changed);
  if (changes.returning != nullptr) apply_rest_changes(*changes.returning, changed);
  return changed.rest;
}

// Makes `sets` the prescription that the line's states have come to.
void take_base(const RunPlan& run, const Progress& progress, const LineFacts& facts,
               const TodayLine& today, Prescription& sets) {
  const SlotState& first = progress.slots[facts.states.front().value];
  sets = stages_of(*today.line, first)[static_cast<std::size_t>(today.stage)];
  for (const StateId id : facts.states) {
    apply_slot(progress.slots[id.value], sets);
    apply_load(run, progress.loads[id.value], *today.line, today.exercise, sets);
  }
  for (const StateId id : facts.states)
    if (const auto& once = progress.slots[id.value].once; !once.empty()) apply_changes(once, sets);
}

void prescribe_into(const RunPlan& run, const Progress& progress, SessionId session,
                    std::size_t nth, const DayChanges& changes, std::vector<ExactLoad>& exact,
                    TodayLine& today) {
  const Line& line = run.session(session).lines[nth];
  const LineFacts& facts = run.facts(session).lines[nth];
  if (line.stages.empty() || facts.states.empty()) today = {};
  today.line = &line;
  today.nth = nth;
  if (line.stages.empty() || facts.states.empty()) return;
  today.exercise = exercise_of(progress, facts, line);
  today.stage = stage_of(progress, facts, line);
  take_base(run, progress, facts, today, today.sets);
  exact_loads(run, progress.references, today.sets, exact);
  today.working = heaviest(run, today.sets, exact);
  if (!line.changes.empty() || changes.gate != nullptr || changes.returning != nullptr) {
    apply_changes(line.changes, today.sets);
    if (changes.gate != nullptr) apply_changes(*changes.gate, today.sets);
    if (changes.returning != nullptr) apply_changes(*changes.returning, today.sets, Rounding::down);
    exact_loads(run, progress.references, today.sets, exact);
  }
  set_loads(today.sets, run.plan().units, run.step_of(today.exercise), exact, today.loads);
  int rest_added = 0;
  for (const StateId id : facts.states) rest_added += progress.slots[id.value].rest_added;
  today.rest = rest_of(line, rest_added, changes);
}

}  // namespace

Progress start_progress(const RunPlan& run) {
  Progress progress;
  progress.slots.resize(run.states());
  progress.loads.resize(run.states());
  progress.strength.resize(run.plan().exercises.size());
  progress.references = References(run.plan(), run.athlete());
  for (std::size_t i = 0; i < run.plan().progressions.size(); ++i) {
    const Progression& p = run.plan().progressions[run.plan().progressions.id_of(i)];
    progress.slots[i].windows.resize(run.windows(p.rule).size());
  }
  return progress;
}

int stage_of(const Progress& progress, const LineFacts& facts, const Line& line) {
  if (facts.states.empty()) return 0;
  int stage = 0;
  for (const StateId id : facts.states) stage += progress.slots[id.value].stage;
  const auto& stages = stages_of(line, progress.slots[facts.states.front().value]);
  return std::clamp(stage, 0, std::max(0, static_cast<int>(stages.size()) - 1));
}

ExerciseId exercise_of(const Progress& progress, const LineFacts& facts, const Line& line) {
  if (line.options.empty()) return {};
  if (!line.is_ladder || facts.states.empty()) return line.options.front();
  int variation = 0;
  for (const StateId id : facts.states) variation += progress.slots[id.value].variation;
  const int last = static_cast<int>(line.options.size()) - 1;
  return line.options[static_cast<std::size_t>(std::clamp(variation, 0, last))];
}

TodayLine prescribe(const RunPlan& run, const Progress& progress, SessionId session,
                    std::size_t nth, const DayChanges& changes) {
  TodayLine today;
  std::vector<ExactLoad> exact;
  prescribe_into(run, progress, session, nth, changes, exact, today);
  return today;
}

std::vector<TodayLine> prescribe(const RunPlan& run, const Progress& progress, SessionId session,
                                 const DayChanges& changes) {
  std::vector<TodayLine> lines;
  prescribe(run, progress, session, changes, lines);
  return lines;
}

void prescribe(const RunPlan& run, const Progress& progress, SessionId session,
               const DayChanges& changes, std::vector<TodayLine>& lines) {
  lines.resize(run.session(session).lines.size());
  std::vector<ExactLoad> exact;  // of one line after the other
  for (std::size_t n = 0; n < lines.size(); ++n)
    prescribe_into(run, progress, session, n, changes, exact, lines[n]);
}

DoneSet::Of measure_of(const SetTarget& target) {
  if (std::holds_alternative<TimeTarget>(target)) return DoneSet::Of::seconds;
  if (std::holds_alternative<DistanceTarget>(target)) return DoneSet::Of::meters;
  return DoneSet::Of::reps;
}

std::vector<AskedSet> asked_sets(const TodayLine& line) {
  std::vector<AskedSet> asked;
  asked_sets(line, asked);
  return asked;
}

void asked_sets(const TodayLine& line, std::vector<AskedSet>& asked) {
  asked.clear();
  asked.reserve(8);
  for (std::size_t g = 0; g < line.sets.groups.size(); ++g) {
    const SetGroup& group = line.sets.groups[g];
    const Range amount = amount_of(group.target);
    for (int n = 0; n < group.sets.high; ++n) {
      AskedSet& set = asked.emplace_back();
      set.group = &group;
      set.load = g < line.loads.size() ? &line.loads[g] : nullptr;
      set.least = amount.low;
      set.most = amount.high;
      set.compulsory = n < group.sets.low;
      const bool last = n + 1 == group.sets.high;
      set.as_many = (group.amrap() && last) || std::holds_alternative<MaxReps>(group.target) ||
                    std::holds_alternative<ToFailure>(group.target) || line.line->to_failure;
    }
  }
}

}  // namespace meso
