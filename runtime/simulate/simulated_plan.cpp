#include "runtime/simulate/simulated_plan.h"

#include <algorithm>

#include "runtime/dose.h"
#include "runtime/nominal.h"
#include "runtime/recovery.h"

namespace meso::simulate {
namespace {

constexpr int kMonday = 4;  // 1970-01-05: plans without a date begin on a Monday

bool asks_anything(const ReadSet& reads) {
  return reads.soreness || reads.anywhere || reads.groups != 0 || reads.functional ||
         reads.scales != 0 || reads.hrv || reads.resting_heart_rate || reads.strength ||
         !reads.own.empty();
}

bool any_reads(const RunPlan& run) {
  const Plan& plan = run.plan();
  for (std::size_t b = 0; b < plan.blocks.size(); ++b) {
    const BlockId id = plan.blocks.id_of(b);
    if (asks_anything(run.rule_reads(id))) return true;
    for (const Session& session : plan.blocks[id].sessions)
      if (session.gate) return true;
  }
  return false;
}

}  // namespace

SimulatedPlan::SimulatedPlan(const RunPlan& run)
    : run_(run), start_(meso::start(run)), maxes_(brought_maxes(run)) {
  const Edition& edition = run.edition();
  for (int i = 0; i < kHalves; ++i) {
    const Decimal rir = Decimal::ratio(i, 2);
    const auto n = static_cast<std::size_t>(i);
    of_sets_[n] = {effort_factor(rir).to_double(), rir <= edition.hard_rir   ? 1
                                                   : rir <= edition.half_rir ? 0.5
                                                                             : 0};
  }
  slow_factor_ = eccentric_factor(kEccentricSeconds, false).to_double();
  reads_check_ins_ = any_reads(run);
  read_lifts();
  read_nominal_path();
  for_each_group(groups_, [&](GroupId g) { not_sore_[g.value] = 0; });
}

void SimulatedPlan::read_lifts() {
  for (const Exercise& exercise : plan().exercises) {
    LiftFacts& lift = lifts_.emplace_back();
    lift.slow = exercise.eccentric;
    lift.familiar = exercise.familiar || exercise.any_of_class;
    knows_lifts_ = knows_lifts_ || exercise.familiar;
    for (const MuscleShare& muscle : exercise.muscles) {
      const double share = muscle.share.to_double();
      if (share <= 0) continue;
      lift.shares.push_back(
          {muscle.group, share, share * length_factor(exercise.long_length).to_double()});
      if (muscle.share >= Decimal::whole(1)) lift.direct |= group_bit(muscle.group);
      groups_ |= group_bit(muscle.group);
    }
  }
}

void SimulatedPlan::read_nominal_path() {
  const NominalPath path = nominal_path(plan(), run_.edition(), run_.athlete());
  std::vector<Decimal> sets(plan().groups.size());
  for (const NominalSession& session : path.sessions)
    for (const GroupDose& dose : session_dose(
             plan(), plan().blocks[session.block].sessions[session.session], run_.edition()))
      sets[dose.group.value] += dose.hard_sets;
  first_day_ = plan().starts ? plan().starts->day_number : kMonday;
  nominal_days_ = path.sessions.empty() ? 0 : path.sessions.back().day + 1;
  for (const Decimal of_group : sets)
    planned_sets_.push_back(
        nominal_days_ == 0 ? 0 : (of_group * Decimal::ratio(7000, nominal_days_)).floor());
}

}  // namespace meso::simulate
