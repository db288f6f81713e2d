#include "runtime/simulate/training.h"

#include <algorithm>

#include "runtime/simulate/exact.h"

namespace meso::simulate {
namespace {

Decimal decimal(double value) {
  return Decimal::nano(static_cast<std::int64_t>(value * static_cast<double>(Decimal::kScale)));
}

constexpr int kHalfLifeDays = 12 * 7;
constexpr double kNewToTrained = 0.3;  // [E] who trains knows a similar pattern (3.3)
constexpr double kMost = 0.95, kStarter = 0.35, kFirstBout = 0.5;

bool is_starter(const LiftDone& lift) { return lift.effort <= 2 && lift.least_reserve >= 4; }

}  // namespace

Training::Training(const SimulatedPlan& plan, Level level)
    : plan_(plan),
      first_month_(level == Level::novice && !plan.knows_lifts()),
      lifts_(plan.plan().exercises.size()) {
  const double fresh = level == Level::novice ? 0 : kNewToTrained;
  for (std::size_t i = 0; i < lifts_.size(); ++i) {
    const LiftFacts& facts = plan.lift(plan.plan().exercises.id_of(i));
    lifts_[i].protection = facts.familiar ? protection_familiar().to_double() : fresh;
    lifts_[i].done_slow = facts.familiar;  // familiar as the plan first has it
  }
}

double Training::Group::accustomed() const {
  return *std::max_element(passes.begin(), passes.end());
}

// It lasts for as many weeks as a lift counts as familiar, then it fades.
double Training::protection(ExerciseId exercise, int day) const {
  const Lift& lift = lifts_[exercise.value];
  const int since = lift.last == kNever ? 0 : day - lift.last;
  if (since <= plan_.run().edition().baseline_passes * 7) return lift.protection;
  return lift.protection * exact_exp(-kLn2 * since / kHalfLifeDays);
}

std::span<const GroupBout> Training::session(std::span<const LiftDone> lifts,
                                             const Setting& setting) {
  if (first_day_ == kNever) first_day_ = setting.day;
  if (setting.day - first_day_ >= plan_.run().edition().first_month_days) first_month_ = false;
  touched_ = 0;
  for (const LiftDone& lift : lifts) add(lift, setting.day);
  bouts_.clear();
  for_each_group(touched_, [&](GroupId group) {
    bouts_.push_back(bout_of(group, setting));
    Group& known = groups_[group.value];
    known.now = std::max(known.now, bouts_.back().dose);
  });
  for (const LiftDone& lift : lifts) protect(lift, setting.day);
  return bouts_;
}

void Training::add(const LiftDone& lift, int day) {
  const LiftFacts& facts = plan_.lift(lift.exercise);
  const double known = protection(lift.exercise, day);
  const bool slow = facts.slow || lift.slow;
  const double effort = slow ? lift.effort * plan_.slow_factor() : lift.effort;
  for (const GroupShare& share : facts.shares) {
    Tally& tally = tallies_[share.group.value];
    if (!holds(touched_, share.group)) tally = {};
    touched_ |= group_bit(share.group);
    const double sets = share.share * lift.hard_sets;
    tally.dose += share.dose * effort;
    tally.hard_sets += sets;
    tally.least_reserve = std::min(tally.least_reserve, lift.least_reserve);
    tally.any_protection = std::min(tally.any_protection, known);
    if (sets < 1) continue;
    tally.least_protection = std::min(tally.least_protection, known);
    tally.first_slow = tally.first_slow || (slow && !lifts_[lift.exercise.value].done_slow);
  }
}

// Without anything to compare with, the dose is what one is used to; but for a novice's new lifts,
// who is used to nothing: the samples of the model take one set for it.
GroupBout Training::bout_of(GroupId group, const Setting& setting) const {
  const Tally& tally = tallies_[group.value];
  const double accustomed = groups_[group.value].accustomed();
  GroupBout out;
  out.group = group;
  out.dose = tally.dose;
  out.protection = tally.least_protection <= 1 ? tally.least_protection : tally.any_protection;
  const bool used_to_nothing = first_month_ && out.protection < kFirstBout;
  out.ratio = accustomed > 0 ? tally.dose / accustomed : used_to_nothing ? tally.dose : 1;
  Bout& bout = out.bout;
  bout.dose = decimal(tally.dose);
  bout.accustomed = decimal(accustomed);
  bout.least_protection = decimal(out.protection);
  bout.least_rir = decimal(tally.least_reserve);
  bout.hard_sets = decimal(tally.hard_sets);
  bout.first_eccentric = tally.first_slow;
  bout.first_month = first_month_;
  bout.after_layoff = setting.after_layoff;
  bout.first_week_of_block = setting.first_week_of_block;
  return out;
}

void Training::protect(const LiftDone& lift, int day) {
  Lift& known = lifts_[lift.exercise.value];
  const double before = protection(lift.exercise, day);
  if (is_starter(lift))
    known.protection = std::max(before, kStarter);
  else
    known.protection =
        before < kFirstBout ? kFirstBout : std::min(before + (1 - before) / 2, kMost);
  known.last = day;
  known.done_slow = known.done_slow || lift.slow || plan_.lift(lift.exercise).slow;
}

void Training::next_pass(bool was_loading) {
  for_each_group(plan_.groups(), [&](GroupId id) {
    Group& group = groups_[id.value];
    if (was_loading) {
      std::copy(group.passes.begin() + 1, group.passes.end(), group.passes.begin());
      group.passes.back() = group.now;
    }
    group.now = 0;
  });
}

}  // namespace meso::simulate
