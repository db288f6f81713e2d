#include "runtime/simulate/tally.h"

#include <algorithm>

namespace meso::simulate {
namespace {

constexpr int kMostDays = 400;  // of holds and swaps that are told apart

template <class Container>
void add_each(Container& to, const Container& from) {
  for (std::size_t i = 0; i < to.size(); ++i) to[i] += from[i];
}

std::int64_t rounded(double value) {
  return static_cast<std::int64_t>(value < 0 ? value - 0.5 : value + 0.5);
}

}  // namespace

void Histogram::add(std::int64_t value) {
  if (counts_.empty()) return;
  const auto last = static_cast<std::int64_t>(counts_.size()) - 1;
  ++counts_[static_cast<std::size_t>(std::clamp<std::int64_t>(value - least_, 0, last))];
  ++count_;
  sum_ += value;
}

void Histogram::add(const Histogram& other) {
  add_each(counts_, other.counts_);
  count_ += other.count_;
  sum_ += other.sum_;
}

int Histogram::percentile(int thousandths) const {
  std::int64_t so_far = 0;
  for (std::size_t i = 0; i < counts_.size() && count_ > 0; ++i) {
    so_far += counts_[i];
    if (so_far * 1000 >= count_ * thousandths && so_far > 0)
      return static_cast<int>(least_ + static_cast<std::int64_t>(i));
  }
  return 0;
}

Tally::Tally(const SimulatedPlan& plan, int most_days)
    : days(0, most_days),
      swaps(0, kMostDays),
      inserted(0, kMostDays),
      holds(0, kMostDays),
      weekly_sets(plan.plan().groups.size()),
      gains(plan.plan().exercises.size(), Histogram(-90, 300)) {}

void Tally::add(const AthleteResult& athlete) {
  ++athletes;
  athlete_days += athlete.days;
  due += athlete.due;
  released_first += athlete.released_first;
  done += athlete.done;
  lightened += athlete.lightened;
  referred += athlete.referrals > 0;
  away += athlete.away_days > 0;
  returned += athlete.returns > 0;
  finished += athlete.finished;
  if (athlete.finished) days.add(athlete.days);
  swaps.add(athlete.swaps);
  inserted.add(athlete.inserted);
  holds.add(athlete.holds);
  for (std::size_t g = 0; g < weekly_sets.size() && athlete.days > 0; ++g)
    weekly_sets[g] += rounded(athlete.hard_sets[g] * 7000 / athlete.days);
  for (std::size_t e = 0; e < gains.size(); ++e)
    if (const auto& l = athlete.lifted[e]; l.first > 0)
      gains[e].add(rounded(100 * (l.last - l.first) / l.first));
  const Watched& seen = athlete.watched;
  sore_sessions += seen.sore_sessions;
  weak_sessions += seen.weak_sessions;
  bouts += seen.bouts;
  gate_broken += seen.gate_broken;
  left_envelope += seen.left_envelope();
  for (std::size_t i = 0; i < kOutsides; ++i) {
    left_by[i] += seen.outside[i] > 0;
    bouts_outside[i] += seen.outside[i];
  }
}

void Tally::add(const Tally& other) {
  for (const auto field :
       {&Tally::athletes, &Tally::finished, &Tally::athlete_days, &Tally::due,
        &Tally::released_first, &Tally::done, &Tally::lightened, &Tally::referred, &Tally::away,
        &Tally::returned, &Tally::sore_sessions, &Tally::weak_sessions, &Tally::bouts,
        &Tally::gate_broken, &Tally::left_envelope})
    this->*field += other.*field;
  days.add(other.days);
  swaps.add(other.swaps);
  inserted.add(other.inserted);
  holds.add(other.holds);
  add_each(weekly_sets, other.weekly_sets);
  for (std::size_t e = 0; e < gains.size(); ++e) gains[e].add(other.gains[e]);
  add_each(left_by, other.left_by);
  add_each(bouts_outside, other.bouts_outside);
}

}  // namespace meso::simulate
