#include "runtime/volume.h"

#include "runtime/dose.h"
#include "runtime/queue.h"

namespace meso {

Decimal share_of_list(const Block& block, const Week& week) {
  if (!rotates(block, week)) return Decimal::whole(1);
  return Decimal::ratio(sessions_a_week(block, week),
                        static_cast<std::int64_t>(week.sessions.size()));
}

std::vector<Decimal> weekly_hard_sets(const Plan& plan, const Block& block, const Week& week,
                                      const Edition& edition) {
  std::vector<Decimal> sets(plan.groups.size());
  for (const std::uint32_t session : week.sessions)
    for (const GroupDose& dose : session_dose(plan, block.sessions[session], edition))
      sets[dose.group.value] += dose.hard_sets;
  const Decimal share = share_of_list(block, week);
  for (Decimal& of_group : sets) of_group = of_group * share;
  return sets;
}

}  // namespace meso
