#include "runtime/report/volume.h"

#include <algorithm>
#include <map>
#include <utility>

#include "runtime/volume.h"

namespace meso {
namespace {

using PlanWeek = std::pair<std::uint32_t, int>;  // block and week

// The plan's week to which most sessions of the span belong; of as many, the later.
class PlannedWeek {
 public:
  void add(const LoggedSession& logged) {
    if (!logged.session) return;
    const PlanWeek week{logged.session->block.value, logged.week};
    const int sessions = ++counts_[week];
    if (!most_ || sessions >= counts_[*most_]) most_ = week;
  }
  std::optional<PlanWeek> most() const { return most_; }

 private:
  std::map<PlanWeek, int> counts_;
  std::optional<PlanWeek> most_;
};

class Planned {
 public:
  explicit Planned(const RunPlan& run) : run_(run) {}

  const std::vector<Decimal>* of(const PlanWeek& at) {
    const Block& block = run_.plan().blocks[BlockId{at.first}];
    if (at.second < 0 || at.second >= static_cast<int>(block.weeks.size())) return nullptr;
    auto [found, fresh] = known_.try_emplace(at);
    if (fresh)
      found->second = weekly_hard_sets(
          run_.plan(), block, block.weeks[static_cast<std::size_t>(at.second)], run_.edition());
    return &found->second;
  }

 private:
  const RunPlan& run_;
  std::map<PlanWeek, std::vector<Decimal>> known_;
};

bool is_empty(const GroupVolume& volume) {
  return std::all_of(volume.weeks.begin(), volume.weeks.end(), [](const WeekVolume& w) {
    return w.done == Decimal() && w.planned.value_or(Decimal()) == Decimal();
  });
}

}  // namespace

std::vector<Decimal> hard_sets_done(const Plan& plan, const LiftedSession& session) {
  std::vector<Decimal> sets(plan.groups.size());
  for (const LiftedLine& line : session.lines) {
    Decimal hard;
    for (const LiftedSet& set : line.sets) hard += set.hard;
    for (const MuscleShare& muscle : plan.exercises[line.exercise].muscles)
      sets[muscle.group.value] += hard * muscle.share;
  }
  return sets;
}

std::vector<GroupVolume> group_volumes(const RunPlan& run,
                                       const std::vector<LiftedSession>& sessions,
                                       const Weeks& weeks, int count) {
  const std::size_t groups = run.plan().groups.size();
  const auto spans = static_cast<std::size_t>(std::max(count, 0));
  std::vector<std::vector<Decimal>> done(spans, std::vector<Decimal>(groups));
  std::vector<PlannedWeek> planned_week(spans);
  for (const LiftedSession& session : sessions) {
    const auto week = static_cast<std::size_t>(weeks.of(session.day()));
    if (session.day() > weeks.today || week >= spans) continue;
    planned_week[week].add(*session.logged);
    const std::vector<Decimal> sets = hard_sets_done(run.plan(), session);
    for (std::size_t g = 0; g < groups; ++g) done[week][g] += sets[g];
  }
  Planned planned(run);
  std::vector<GroupVolume> out;
  for (std::uint32_t g = 0; g < groups; ++g) {
    GroupVolume volume{GroupId{g}, {}};
    for (std::size_t week = spans; week-- > 0;) {
      WeekVolume of_week{static_cast<int>(week), done[week][g], std::nullopt};
      const auto at = planned_week[week].most();
      const auto* sets = at ? planned.of(*at) : nullptr;
      if (sets != nullptr) of_week.planned = (*sets)[g];
      volume.weeks.push_back(of_week);
    }
    if (!is_empty(volume)) out.push_back(std::move(volume));
  }
  return out;
}

}  // namespace meso
