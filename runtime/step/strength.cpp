#include "runtime/step/strength.h"

#include <algorithm>

namespace meso {
namespace {

const StrengthShown* probed(std::span<const StrengthShown> probes, ExerciseId lift) {
  const auto found = std::find_if(probes.begin(), probes.end(),
                                  [&](const StrengthShown& p) { return p.exercise == lift; });
  return found == probes.end() ? nullptr : &*found;
}

}  // namespace

bool shows_at_least(const Edition& edition, const DoneSet& set) {
  return set.rir && set.rir->value > edition.most_left_told;
}

std::optional<StrengthShown> shown_by(const RunPlan& run, const References& references,
                                      const ProbeDone& probe) {
  if (!probe.set.rir || probe.set.amount == 0) return std::nullopt;
  return StrengthShown{probe.exercise, estimate(run, references, nullptr, probe.set),
                       shows_at_least(run.edition(), probe.set)};
}

void tell_strength(const RunPlan& run, const State& state, int day,
                   std::span<const StrengthShown> probes, CheckIn& answers) {
  for (const SessionRef& session : pending_sessions(run, state.control)) {
    const SessionFacts& facts = run.facts(session.id);
    if (!facts.asks_strength || !facts.probe || strength_of(answers, *facts.probe)) continue;
    const Strength& strength = state.progress.strength[facts.probe->value];
    const StrengthShown* now = probed(probes, *facts.probe);
    if (strength.count > 0 && now == nullptr) continue;  // to be asked
    const auto usual = strength.usual();
    const bool as_usual =
        usual && now->estimate >= percent_of(run.edition().strength_restored, *usual);
    const bool cant_tell = !usual || (!as_usual && now->at_least);
    const bool restored =
        cant_tell ? rested(run, state.control, facts.dates.trained, day) : as_usual;
    answers.strength.push_back({*facts.probe, restored ? Truth::yes : Truth::no});
  }
}

}  // namespace meso
