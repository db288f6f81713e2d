#include "compiler/verify/untrained.h"

#include <algorithm>
#include <optional>

namespace meso {
namespace {

struct LastTime {
  int day = 0;
  SessionId session;
};

}  // namespace

std::vector<GroupGap> longest_gaps(const PlanFacts& facts) {
  std::vector<std::optional<LastTime>> last(facts.plan.groups.size());
  std::vector<GroupGap> longest(facts.plan.groups.size());
  const std::vector<int> days = preferred_days(facts);
  for (std::size_t i = 0; i < days.size(); ++i) {
    const QueueEntry& entry = facts.order[i];
    const int day = days[i];
    const auto index = static_cast<std::uint32_t>(entry.session - entry.block->sessions.data());
    const SessionId session{facts.passes[entry.pass_index].block, index};
    for (const GroupDose& dose : facts.doses(entry)) {
      if (!dose.primary) continue;
      auto& before = last[dose.group.value];
      if (before && day - before->day > longest[dose.group.value].days)
        longest[dose.group.value] = {dose.group, day - before->day, before->session, session};
      before = {day, session};
    }
  }
  std::erase_if(longest, [](const GroupGap& gap) { return gap.days == 0; });
  return longest;
}

}  // namespace meso
