#include "compiler/guidelines/percent_of_max.h"

#include <algorithm>

#include "runtime/dose.h"

namespace meso {
namespace {

// Epley: what can be lifted for so many reps, in % of 1RM. One rep is the 1RM itself.
Decimal percent_for(Decimal reps) {
  if (reps <= Decimal::whole(1)) return Decimal::whole(100);
  return Decimal::whole(3000) / (Decimal::whole(30) + reps);
}

}  // namespace

std::optional<Decimal> stated_percent(const SetGroup& group, const Edition& edition) {
  const auto* load = std::get_if<PercentLoad>(&group.load);
  if (load == nullptr) return std::nullopt;
  const Decimal percent = std::min(load->low, load->high).value;
  using Of = ReferenceKind::Of;
  switch (load->reference.of) {
    case Of::e1rm: return percent;
    case Of::n_rm: return percent_of(percent, percent_for(Decimal::whole(load->reference.reps)));
    case Of::training_max: return percent_of(percent, edition.training_max_percent);
    case Of::bodyweight: return std::nullopt;
  }
  return std::nullopt;
}

std::optional<Decimal> likely_percent(const Line& line, const SetGroup& group,
                                      const Edition& edition) {
  if (const auto stated = stated_percent(group, edition)) return stated;
  const RepTarget* target = group.reps();
  const auto effort = effort_of(line, group, 0, edition);
  if (target == nullptr || !effort) return std::nullopt;
  return percent_for(Decimal::whole(target->reps.low.count) + effort->rir);
}

}  // namespace meso
