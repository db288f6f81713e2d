#include "runtime/simulate/lifter.h"

#include <algorithm>

#include "runtime/loading.h"

namespace meso::simulate {
namespace {

constexpr double kDayToDay = 0.015;    // strength from one day to the next
constexpr double kFatigue = 0.5;       // reps lost from one set of a line to the next
constexpr double kFelt = 0.75;         // reps by which the effort of a set is misjudged, at most
constexpr double kPlannedReserve = 2;  // where neither plan nor set says how hard
constexpr double kAmrapReserve = 1;    // "as many as possible" stops short of a failed rep
constexpr double kProbe = 0.75;        // of the 1RM, for three reps
constexpr int kProbeReps = 3;
constexpr int kMostTold = 3;  // reps in reserve that can be told from one another

// Gain of one session in a new lift, and how far strength may grow until it stops.
double gain(Level level) {
  return level == Level::novice ? 0.006 : level == Level::advanced ? 0.0015 : 0.003;
}
double room(Level level) {
  return level == Level::novice ? 0.6 : level == Level::advanced ? 0.15 : 0.3;
}

// Epley, as the runtime reckons, turned round: the reps that this load allows.
double reps_at(double able, double load) {
  if (load <= 0) return 30;
  return able < load ? 0 : std::max(1.0, 30 * (able / load - 1));
}

Rir told_reserve(double reserve) {
  const int halves = static_cast<int>(std::clamp(reserve, 0.0, 10.0) * 2);
  return {Decimal::nano(Decimal::kScale / 2 * halves)};
}

}  // namespace

Lifter::Lifter(const SimulatedPlan& plan, Level level, std::uint64_t seed, std::uint64_t athlete)
    : plan_(plan),
      level_(level),
      seed_(seed),
      athlete_(athlete),
      lifts_(plan.plan().exercises.size()) {
  growth_ = Random(seed, athlete, Stream::strength).log_normal(0.4);
}

// The lift as it was left; the first time as the line's first group asks.
Lifter::Lift& Lifter::lift(const TodayLine& asked) {
  Lift& known = lifts_[asked.exercise.value];
  if (known.max > 0 && known.seconds > 0) return known;
  const auto& groups = asked.sets.groups;
  const bool is_timed = !groups.empty() && measure_of(groups.front().target) != DoneSet::Of::reps;
  if (known.max > 0 && !is_timed) return known;
  return lift(asked.exercise, groups.empty() ? Aim{} : aim_of(asked, 0, false, 0));
}

// As strong as is typical; where the plan says what to lift, about as strong as that asks at least.
Lifter::Lift& Lifter::lift(ExerciseId exercise, const Aim& aim) {
  Lift& known = lifts_[exercise.value];
  const bool needs_max = known.max <= 0, needs_time = aim.timed && known.seconds <= 0;
  if (!needs_max && !needs_time) return known;
  Random random(seed_, athlete_, Stream::strength, 2 + exercise.value);
  const int reps = std::max(aim.low, 1);
  if (needs_max) {
    known.max = typical_max(exercise, random);
    if (aim.load > 0 && !aim.timed)
      known.max = std::max(
          known.max, aim.load * (1 + (reps + 1 + aim.reserve) / 30) * random.log_normal(0.06));
    known.first = known.max;
  }
  if (needs_time) known.seconds = 1.15 * reps * random.log_normal(0.1);
  return known;
}

Load Lifter::loadable_below(ExerciseId exercise, double load) const {
  const Plan& plan = plan_.plan();
  const LoadStep& step = plan_.run().step_of(exercise);
  const double size = to_unit(step.step, plan.units).amount.to_double();
  const int steps = std::max(1, static_cast<int>(size > 0 ? load / size : load));
  return {size > 0 ? Decimal::nano(step.step.amount.nano() * steps) : Decimal::whole(steps),
          step.step.unit};
}

Lifter::Aim Lifter::aim_of(const TodayLine& asked, std::size_t nth, bool by_feel, double able) {
  const SetGroup& group = asked.sets.groups[nth];
  Aim aim;
  if (const auto* t = std::get_if<RepTarget>(&group.target)) {
    aim.low = t->reps.low.count;
    aim.high = t->reps.high.count;
  } else if (const auto* time = std::get_if<TimeTarget>(&group.target)) {
    aim.of = DoneSet::Of::seconds;
    aim.low = time->time.low.count;
    aim.high = time->time.high.count;
  } else if (const auto* way = std::get_if<DistanceTarget>(&group.target)) {
    aim.of = DoneSet::Of::meters;
    aim.low = way->distance.low.count;
    aim.high = way->distance.high.count;
  } else {
    aim.as_many = true;
  }
  aim.timed = aim.of != DoneSet::Of::reps;
  const bool failure = std::holds_alternative<ToFailure>(group.target) || asked.line->to_failure;
  aim.as_many = aim.as_many || failure;
  aim.reserve = failure        ? 0
                : group.effort ? group.effort->low.value.to_double()
                : aim.as_many  ? kAmrapReserve
                               : kPlannedReserve;
  const PlannedLoad& load = asked.loads[nth];
  if (load.low) aim.load = to_unit(*load.low, plan_.plan().units).amount.to_double();
  aim.bodyweight = load.state == PlannedLoad::State::bodyweight;
  if (aim.bodyweight) aim.load = std::max(1.0, bodyweight_ + aim.load);
  const bool open = !load.low && !aim.bodyweight;
  if (able > 0 && (open || by_feel) && !aim.bodyweight && !aim.timed) find_load(asked, aim, able);
  return aim;
}

// What leaves as many reps as are asked for, and those in reserve: the middle of a range, so that
// its top is still to be reached; of a single number one rep more, for the sets that follow.
void Lifter::find_load(const TodayLine& asked, Aim& aim, double able) {
  const double reps = aim.low == aim.high ? std::max(aim.low, 8 * int{aim.low == 0}) + 1
                                          : (aim.low + aim.high) / 2.0;
  aim.found = loadable_below(asked.exercise, able / (1 + (reps + aim.reserve) / 30));
  aim.load = to_unit(*aim.found, plan_.plan().units).amount.to_double();
}

LiftDone Lifter::perform(const TodayLine& asked, bool by_feel, double weakness, int day,
                         DoneLine& done) {
  LiftDone sum;
  sum.exercise = done.exercise = asked.exercise;
  sum.slow = asked.line->tempo && asked.line->tempo->eccentric >= kEccentricSeconds;
  done.line = asked.nth;
  done.substituted = false;
  done.sets.clear();
  heaviest_ = 0;
  Random random(seed_, athlete_, Stream::set, (static_cast<std::uint64_t>(day) << 16) + asked.nth);
  const double fresh = (1 - weakness) * (1 + kDayToDay * random.normal());
  Lift& known = lift(asked);
  const double able = known.max * fresh;
  if (asked.sets.test) {
    do_test(asked, able, sum, done);
  } else if (asked.sets.total_reps) {
    do_total(*asked.sets.total_reps, sum, done);
  } else {
    do_groups(asked, by_feel, known, fresh, random, sum, done);
  }
  add_mini_sets(asked, sum);
  grow(known, sum);
  return sum;
}

void Lifter::do_groups(const TodayLine& asked, bool by_feel, const Lift& lift, double fresh,
                       Random& random, LiftDone& sum, DoneLine& done) {
  const double able = lift.max * fresh;
  int nth = 0;
  for (std::size_t g = 0; g < asked.sets.groups.size(); ++g) {
    Aim aim = aim_of(asked, g, by_feel, able);
    const SetGroup& group = asked.sets.groups[g];
    const double most = reps_at(able, aim.load);  // in a first set
    for (int n = 0; n < group.sets.low; ++n, ++nth) {
      const bool is_amrap = group.amrap() && n + 1 == group.sets.high;
      aim.as_many = aim.as_many || is_amrap;
      if (is_amrap && !group.effort) aim.reserve = kAmrapReserve;
      if (aim.timed)
        do_timed(aim, lift, nth, fresh, sum, done);
      else
        do_set(aim, most - kFatigue * nth, random, sum, done);
    }
  }
}

void Lifter::count(LiftDone& sum, double reserve) const {
  const SimulatedPlan::OfSet& set = plan_.of_set(reserve);
  sum.effort += set.effort;
  sum.hard_sets += set.hard_sets;
  sum.least_reserve = std::min(sum.least_reserve, reserve);
}

// The athlete goes by feel, and feels a set a little wrong.
void Lifter::do_set(const Aim& aim, double left, Random& random, LiftDone& sum, DoneLine& done) {
  const double most = std::max(0.0, left);
  const double felt = std::max(0.0, most + kFelt * (2 * random.uniform() - 1));
  int reps = std::max(0, static_cast<int>(felt - aim.reserve));
  if (!aim.as_many) reps = std::clamp(reps, aim.low, aim.high);
  reps = std::min(reps, static_cast<int>(most));
  DoneSet& set = done.sets.emplace_back();
  set.amount = reps;
  set.load = aim.found;
  set.rir = told_reserve(felt - reps);
  heaviest_ = std::max(heaviest_, aim.load);  // with bodyweight, where it is lifted too
  count(sum, std::min(most - reps, 10.0));
}

void Lifter::do_timed(const Aim& aim, const Lift& lift, int nth, double fresh, LiftDone& sum,
                      DoneLine& done) const {
  const double most = lift.seconds * lift.max / lift.first * fresh * (1 - 0.04 * nth);
  DoneSet& set = done.sets.emplace_back();
  set.of = aim.of;
  set.amount = aim.as_many ? static_cast<int>(most) : std::min(aim.high, static_cast<int>(most));
  const double reserve = std::min(10.0, 10 * (most / std::max(set.amount, 1) - 1));
  set.rir = told_reserve(reserve);
  count(sum, reserve);
}

void Lifter::do_test(const TodayLine& asked, double able, LiftDone& sum, DoneLine& done) {
  const TestSpec& test = *asked.sets.test;
  DoneSet& set = done.sets.emplace_back();
  if (test.max_reps) {
    const bool loaded = !asked.sets.groups.empty();
    const Aim aim = loaded ? aim_of(asked, 0, false, able) : Aim{};
    set.amount = static_cast<int>(reps_at(able, aim.load > 0 ? aim.load : bodyweight_));
  } else {
    const double part = test.reps > 1 ? 1 + test.reps / 30.0 : 1;
    set.load = loadable_below(asked.exercise, able / part);
    set.amount = test.reps;
    heaviest_ = to_unit(*set.load, plan_.plan().units).amount.to_double();
  }
  set.rir = told_reserve(0);
  count(sum, 0);
}

// In sets of as many as the edition counts for one, each as short of failure as usual.
void Lifter::do_total(int total, LiftDone& sum, DoneLine& done) const {
  const int a_set = std::max(1, plan_.run().edition().reps_per_total_set);
  for (int left = total; left > 0; left -= a_set) {
    DoneSet& set = done.sets.emplace_back();
    set.amount = std::min(left, a_set);
    set.rir = told_reserve(kPlannedReserve);
    count(sum, kPlannedReserve);
  }
}

void Lifter::add_mini_sets(const TodayLine& asked, LiftDone& sum) const {
  const auto& style = asked.line->style;
  if (!style || style->kind == SetStyle::Kind::cluster || sum.effort <= 0) return;
  const Decimal part = plan_.run().edition().mini_set;
  double more = part.to_double() * style->mini_sets;
  if (style->kind == SetStyle::Kind::myo_reps)
    for (const SetGroup& group : asked.sets.groups) more *= std::max(1, group.sets.low);
  sum.effort += more * plan_.effort(0);
  sum.hard_sets += more;
  sum.least_reserve = 0;
}

// Each session of a lift that is more than a taste of it makes it a little stronger, less and less.
void Lifter::grow(Lift& lift, const LiftDone& sum) const {
  if (sum.effort < 1.5) return;
  const double left = 1 - (lift.max / lift.first - 1) / room(level_);
  if (left > 0) lift.max *= 1 + gain(level_) * growth_ * left;
}

ProbeDone Lifter::probe(ExerciseId exercise, double weakness, int day) {
  Random random(seed_, athlete_, Stream::question, static_cast<std::uint64_t>(day));
  const Lift& known = lift(exercise, {});
  const double able = known.max * (1 - weakness) * (1 + kDayToDay * random.normal());
  ProbeDone probe;
  probe.exercise = exercise;
  probe.set.amount = kProbeReps;
  probe.set.load = loadable_below(exercise, kProbe * known.max);
  const double load = to_unit(*probe.set.load, plan_.plan().units).amount.to_double();
  const double most = reps_at(able, load) + kFelt * (2 * random.uniform() - 1);
  // More of them where so many more are left that nobody could tell how many.
  const int least = std::max(kProbeReps, static_cast<int>(most) - kMostTold);
  probe.set.amount = std::min(least, static_cast<int>(most));
  probe.set.rir = told_reserve(most - probe.set.amount + 0.25);
  return probe;
}

}  // namespace meso::simulate
