#include "compiler/guidelines/unaccustomed_stunts.h"

#include <algorithm>
#include <map>

#include "compiler/guidelines/known_lifts.h"
#include "compiler/guidelines/percent_of_max.h"

namespace meso {
namespace {

// The amount of a session, of which the athlete is used to `known` before the plan starts.
struct Amount {
  Decimal all, known;
  const Line* line = nullptr;
  void add(const Line& its, Decimal amount, bool is_known) {
    all += amount;
    if (is_known) known += amount;
    if (line == nullptr) line = &its;
  }
};

// What was done in the last weeks, by lift or by group.
class UsedToAmounts {
 public:
  explicit UsedToAmounts(int days) : days_(days) {}
  Decimal most(std::uint32_t of, int day) const {
    Decimal most;
    if (const auto at = done_.find(of); at != done_.end())
      for (const auto& [when, amount] : at->second)
        if (when >= day - days_) most = std::max(most, amount);
    return most;
  }
  void add(std::uint32_t of, int day, Decimal amount) { done_[of].emplace_back(day, amount); }

 private:
  int days_;
  std::map<std::uint32_t, std::vector<std::pair<int, Decimal>>> done_;
};

// Sets x reps as planned at the low end; the athlete's own `any CLASS` is no one movement.
Decimal reps_of(const Line& line) {
  const Prescription& first = line.stages.front();
  if (first.total_reps) return Decimal::whole(*first.total_reps);
  long reps = 0;
  for (const SetGroup& group : first.groups)
    if (const RepTarget* target = group.reps()) reps += group.sets.low * target->reps.low.count;
  return Decimal::whole(reps);
}

Decimal relative_volume(const Line& line, const Edition& edition) {
  Decimal sum;
  for (const SetGroup& group : line.stages.front().groups)
    if (const auto percent = likely_percent(line, group, edition); percent && group.reps())
      sum += percent_of(*percent, Decimal::whole(group.sets.low * group.reps()->reps.low.count));
  return sum;
}

class StuntWalk {
 public:
  StuntWalk(const PlanFacts& facts, const StuntBounds& bounds)
      : facts_(facts),
        bounds_(bounds),
        rise_(Decimal::whole(1) + bounds.rise / Decimal::whole(100)),
        known_(facts.plan),
        reps_(bounds.used_to_days),
        volume_(bounds.used_to_days) {}

  std::vector<Stunt> run() {
    const std::vector<int> days = preferred_days(facts_);
    for (std::size_t i = 0; i < facts_.order.size(); ++i) judge(facts_.order[i], days[i]);
    return std::move(found_);
  }

 private:
  // Familiar lifts are accustomed to the first week as it is.
  void judge(const QueueEntry& entry, int day) {
    std::map<std::uint32_t, Amount> lifts, groups;
    for (const Line& line : entry.session->lines) {
      if (line.stages.empty()) continue;
      const bool is_known = entry.pass_index == 0 && known_.knows(line.options.front());
      if (!facts_.plan.exercises[line.options.front()].any_of_class)
        lifts[line.options.front().value].add(line, reps_of(line), is_known);
      const Decimal volume = relative_volume(line, facts_.edition);
      for (const MuscleShare& muscle : shares_of(facts_.plan, line))
        if (muscle.share >= Decimal::whole(1))
          groups[muscle.group.value].add(line, volume, is_known);
    }
    compare(entry, day, lifts, reps_, bounds_.reps, false);
    compare(entry, day, groups, volume_, bounds_.volume, true);
  }

  void compare(const QueueEntry& entry, int day, const std::map<std::uint32_t, Amount>& today,
               UsedToAmounts& used_to, Decimal most, bool by_group) {
    for (const auto& [of, now] : today) {
      const Decimal before = std::max(used_to.most(of, day), now.known);
      if (now.all > most && now.all > before * rise_)
        found_.push_back({now.line, entry.pass_index,
                          by_group ? std::optional(GroupId{of}) : std::nullopt, now.all, before});
      used_to.add(of, day, now.all);
    }
  }

  const PlanFacts& facts_;
  const StuntBounds& bounds_;
  Decimal rise_;
  KnownLifts known_;
  UsedToAmounts reps_, volume_;
  std::vector<Stunt> found_;
};

}  // namespace

std::vector<Stunt> unaccustomed_stunts(const PlanFacts& facts, const StuntBounds& bounds) {
  return StuntWalk(facts, bounds).run();
}

}  // namespace meso
