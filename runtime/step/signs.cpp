#include "runtime/step/signs.h"

#include "runtime/probe.h"

namespace meso {
namespace {

bool sore_for_days(const RunPlan& run, const State& state, int day, GroupId group) {
  const Edition& e = run.edition();
  const auto is_sore = [&](int report) { return report >= e.functional_from; };
  if (!is_sore(state.today.answers[group])) return false;
  return lasted(state.reports.all(), day, e.sore_days,
                [&](const Report& report) -> std::optional<bool> {
                  const int then = report.soreness[group.value];
                  if (then == CheckIn::kUnanswered) return std::nullopt;
                  return is_sore(then);
                });
}

// Both of the last two times below the one before them.
bool weaker_twice(const Edition& edition, const Strength& strength) {
  if (strength.count < 3) return false;
  const Decimal* const last = &strength.recent[strength.count - 1];
  const Decimal limit = percent_of(Decimal::whole(100) - edition.weaker_percent, last[-2]);
  return last[-1] <= limit && last[0] <= limit;
}

}  // namespace

DeloadSigns deload_signs(const RunPlan& run, const State& state, int day) {
  DeloadSigns signs;
  if (state.today.day != day) return signs;
  const Edition& e = run.edition();
  for (std::uint32_t g = 0; g < run.plan().groups.size(); ++g)
    if (sore_for_days(run, state, day, GroupId{g})) signs.sore |= group_bit(GroupId{g});
  if (__builtin_popcount(signs.sore) < e.sore_groups) signs.sore = 0;
  for (std::uint32_t x = 0; x < run.plan().exercises.size(); ++x)
    if (run.plan().exercises[ExerciseId{x}].compound && weaker_twice(e, state.progress.strength[x]))
      signs.weaker.push_back(ExerciseId{x});
  if (static_cast<int>(signs.weaker.size()) < e.weaker_lifts) signs.weaker.clear();
  const int energy = state.today.answers[Scale::energy];
  signs.tired = state.reports.hrv(e, day) == Baseline::below && energy != CheckIn::kUnanswered &&
                energy <= e.tired_energy;
  return signs;
}

std::optional<FirstSet> first_set_to_reach(const RunPlan& run, const State& state,
                                           SessionId session, const std::vector<TodayLine>& lines) {
  const Line* const probe = probe_of(run.plan(), run.session(session));
  for (const TodayLine& today : lines) {
    if (today.line != probe || today.loads.empty() || !today.loads.front().low) continue;
    const LineFacts& facts = run.facts(session).lines[today.nth];
    if (facts.states.empty()) return std::nullopt;
    const auto& last = state.progress.loads[facts.states.front().value].last;
    const Load& load = *today.loads.front().low;
    if (!last || !last->comparable || last->sets.empty() || last->exercise != today.exercise ||
        last->load != to_unit(load, run.plan().units).amount)
      return std::nullopt;
    return FirstSet{today.exercise, last->sets.front().amount, load};
  }
  return std::nullopt;
}

}  // namespace meso
