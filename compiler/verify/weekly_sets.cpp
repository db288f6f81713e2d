#include "compiler/verify/weekly_sets.h"

#include <algorithm>
#include <map>
#include <utility>

#include "compiler/verify/line_sets.h"
#include "runtime/session_dates.h"

namespace meso {
namespace {

// Of the line's hard sets those to failure, as many of them as are counted (runtime/dose.h).
Decimal failure_sets(const Line& line, const Edition& edition) {
  const Prescription& sets = line.stages.front();
  const bool all = sets.test || (sets.total_reps && line.to_failure);
  if (all) return hard_sets(line, sets, edition);
  Decimal out;
  int before = 0;
  for (const SetGroup& group : sets.groups) {
    out += Decimal::whole(sets_to_failure(line, group, before, edition));
    before += group.sets.low;
  }
  if (!line.style) return out;
  // Drops and mini-sets go to the limit: what they add to the straight sets.
  Line straight = line;
  straight.style.reset();
  return out + hard_sets(line, sets, edition) - hard_sets(straight, sets, edition);
}

BySets failure_sets(const Plan& plan, const Session& session, const Edition& edition) {
  BySets out(plan.groups.size());
  for (const Line& line : session.lines) {
    if (line.stages.empty()) continue;
    const Decimal sets = failure_sets(line, edition);
    if (sets <= Decimal()) continue;
    for (const MuscleShare& muscle : shares_of(plan, line))
      out[muscle.group.value] += sets * muscle.share;
  }
  return out;
}

// How long each pass takes at the least: to the first session of the next one. The last one counts
// like the one before.
std::vector<int> days_of_passes(const PlanFacts& facts) {
  const std::vector<int> dates =
      earliest_dates(facts.plan, facts.edition, facts.order, Weekday::mon);
  std::vector<int> first(facts.passes.size(), -1), days(facts.passes.size(), 0);
  for (std::size_t i = 0; i < dates.size(); ++i)
    if (int& day = first[facts.order[i].pass_index]; day < 0) day = dates[i];
  for (std::size_t p = 0; p + 1 < first.size(); ++p)
    if (first[p] >= 0 && first[p + 1] > first[p]) days[p] = first[p + 1] - first[p];
  if (days.size() > 1) days.back() = days[days.size() - 2];
  return days;
}

class Weeks {
 public:
  explicit Weeks(const PlanFacts& facts) : facts_(facts), shares_(shares_of_passes(facts)) {}

  std::vector<WeeklySets> run() {
    std::vector<WeeklySets> out;
    for (std::size_t p = 0; p < facts_.passes.size(); ++p)
      if (is_loading(facts_.passes[p])) out.push_back(week_of(p));
    return out;
  }

 private:
  const BySets& failure_of(BlockId block, std::uint32_t session) {
    const auto key = std::pair(block.value, session);
    const auto at = failure_.find(key);
    if (at != failure_.end()) return at->second;
    const Session& of = facts_.plan.blocks[block].sessions[session];
    return failure_.emplace(key, failure_sets(facts_.plan, of, facts_.edition)).first->second;
  }

  WeeklySets week_of(std::size_t p) {
    const Pass& pass = facts_.passes[p];
    const std::size_t groups = facts_.plan.groups.size();
    WeeklySets out{p, BySets(groups), BySets(groups)};
    for (const std::uint32_t session : facts_.week(pass).sessions) {
      for (const GroupDose& dose : facts_.doses(pass.block, session))
        out.sets[dose.group.value] += dose.hard_sets;
      const BySets& failure = failure_of(pass.block, session);
      for (std::size_t g = 0; g < groups; ++g) out.to_failure[g] += failure[g];
    }
    for (BySets* of : {&out.sets, &out.to_failure})
      for (Decimal& sets : *of) sets = shares_[p](sets);
    return out;
  }

  const PlanFacts& facts_;
  const std::vector<WeekShare> shares_;
  std::map<std::pair<std::uint32_t, std::uint32_t>, BySets> failure_;
};

}  // namespace

int sets_to_failure(const Line& line, const SetGroup& group, int sets_before,
                    const Edition& edition) {
  int out = 0;
  for (int n = 0; n < group.sets.low; ++n) {
    const auto effort = effort_of(line, group, sets_before + n, edition);
    if (effort && !effort->estimated && effort->rir <= Decimal()) ++out;
  }
  return out;
}

std::vector<WeekShare> shares_of_passes(const PlanFacts& facts) {
  const bool rotations =
      std::any_of(facts.passes.begin(), facts.passes.end(),
                  [&](const Pass& pass) { return facts.plan.blocks[pass.block].rotations; });
  const std::vector<int> days = rotations ? days_of_passes(facts) : std::vector<int>();
  std::vector<WeekShare> out(facts.passes.size());
  for (std::size_t p = 0; p < out.size(); ++p) {
    const Block& block = facts.plan.blocks[facts.passes[p].block];
    const Week& week = facts.week(facts.passes[p]);
    if (block.rotations && days[p] > 0)
      out[p] = {7, days[p]};
    else if (rotates(block, week))
      out[p] = {sessions_a_week(block, week), static_cast<int>(week.sessions.size())};
  }
  return out;
}

std::vector<WeeklySets> weekly_sets(const PlanFacts& facts) { return Weeks(facts).run(); }

}  // namespace meso
