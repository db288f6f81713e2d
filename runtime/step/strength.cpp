#include "runtime/step/strength.h"

#include <algorithm>

namespace meso {
namespace {

std::optional<Decimal> probed(const std::vector<std::pair<ExerciseId, Decimal>>& probes,
                              ExerciseId lift) {
  for (const auto& [exercise, estimate] : probes)
    if (exercise == lift) return estimate;
  return std::nullopt;
}

// Whole days stand for the edition's hours.
Truth rested(const RunPlan& run, const Control& control, GroupSet groups, int day) {
  const int days = (run.edition().strength_no_history_hours + 23) / 24;
  bool long_ago = true;
  for_each_group(groups, [&](GroupId g) {
    const int last = control.done.by_group[g.value];
    long_ago = long_ago && (last == kNever || day - last >= days);
  });
  return long_ago ? Truth::yes : Truth::no;
}

}  // namespace

std::optional<Decimal> probe_estimate(const RunPlan& run, const References& references,
                                      const ProbeDone& probe) {
  if (!probe.set.rir || probe.set.amount == 0) return std::nullopt;
  return estimate(run, references, nullptr, probe.set);
}

void tell_strength(const RunPlan& run, const State& state, int day,
                   const std::vector<std::pair<ExerciseId, Decimal>>& probes, CheckIn& answers) {
  for (const SessionRef& session : pending_sessions(run, state.control)) {
    const SessionFacts& facts = run.facts(session.id);
    if (!facts.probe || strength_of(answers, *facts.probe)) continue;
    const auto usual = state.progress.strength[facts.probe->value].usual();
    if (!usual) {
      answers.strength.emplace_back(*facts.probe,
                                    rested(run, state.control, facts.dates.trained, day));
    } else if (const auto now = probed(probes, *facts.probe)) {
      const bool restored = *now >= percent_of(run.edition().strength_restored, *usual);
      answers.strength.emplace_back(*facts.probe, restored ? Truth::yes : Truth::no);
    }
  }
}

}  // namespace meso
