#include "runtime/step/outcome.h"

#include <algorithm>

namespace meso {
namespace {

// In the plan's unit.
struct Lifted {
  Decimal amount;
  bool is_known = false;
};

// What the bar weighed: as logged, else as prescribed; nothing for bodyweight alone.
Lifted on_bar(MassUnit unit, const PlannedLoad* planned, const DoneSet& done) {
  if (done.load) return {to_unit(*done.load, unit).amount, true};
  // `bodyweight` alone: nothing was added.
  if (done.bodyweight || planned == nullptr || !planned->low) return {};
  return {to_unit(*planned->low, unit).amount, true};
}

// With the body's own weight, where that is lifted too and known.
Lifted lifted(const RunPlan& run, const References& references, const AskedSet* asked,
              const DoneSet& done) {
  const PlannedLoad* const planned = asked == nullptr ? nullptr : asked->load;
  const Lifted bar = on_bar(run.plan().units, planned, done);
  const bool on_bodyweight = done.bodyweight || (!done.load && planned != nullptr &&
                                                 planned->state == PlannedLoad::State::bodyweight);
  if (!on_bodyweight) return bar;
  const auto body = references.value(run.plan(), {ReferenceKind::Of::bodyweight, 1}, ExerciseId());
  if (!body) return bar;
  return {body->amount + bar.amount, true};
}

const AskedSet* nth(const std::vector<AskedSet>& asked, std::size_t n) {
  if (asked.empty()) return nullptr;
  return &asked[std::min(n, asked.size() - 1)];
}

// At least the load that was asked for, where both are known.
bool heavy_enough(const AskedSet& asked, const DoneSet& done) {
  if (asked.load == nullptr || !asked.load->low) return true;
  if (!done.load) return !done.bodyweight || asked.load->low->amount <= Decimal();
  if (asked.load->state == PlannedLoad::State::bodyweight && !done.bodyweight) return true;
  return to_unit(*done.load, asked.load->low->unit).amount >= asked.load->low->amount;
}

// No closer to failure than planned. A set for as many as possible ends where it ends.
bool within_effort(const AskedSet& asked, const DoneSet& done) {
  return asked.as_many || !done.rir || !asked.group->effort ||
         done.rir->value >= asked.group->effort->low.value;
}

Decimal estimate_of(const Edition& edition, Lifted load, const AskedSet* asked,
                    const DoneSet& done) {
  const Decimal amount = Decimal::whole(done.amount);
  if (done.of != DoneSet::Of::reps || !load.is_known || load.amount <= Decimal() ||
      done.amount == 0)
    return load.is_known && done.amount == 0 ? Decimal() : amount;
  return estimated_max(load.amount, amount + reserve(edition, asked, done));
}

bool left_out_any(const std::vector<AskedSet>& asked, const DoneLine& done) {
  for (std::size_t n = done.sets.size(); n < asked.size(); ++n)
    if (asked[n].compulsory) return true;
  return false;
}

// Whether every set was made, and every one at the top of its range.
void judge_sets(const std::vector<AskedSet>& asked, const DoneLine& done, Outcome& outcome) {
  if (asked.empty() || left_out_any(asked, done)) return;
  bool topped = true;
  const std::size_t both = std::min(asked.size(), done.sets.size());
  for (std::size_t n = 0; n < both; ++n) {
    if (!made_as_asked(asked[n], done.sets[n])) return;
    topped = topped && done.sets[n].amount >= asked[n].most;
  }
  outcome.all_sets_done = true;
  outcome.all_top_of_range = topped;
}

}  // namespace

bool is_tested(const TestSpec& test, const DoneLine& done) {
  const int reps = test.max_reps ? 1 : test.reps;
  return std::any_of(done.sets.begin(), done.sets.end(),
                     [&](const DoneSet& set) { return set.amount >= reps; });
}

namespace {

bool more_on_every_set(const LastTime& now, const LastTime& last, int reps) {
  if (now.sets.size() < last.sets.size() || last.sets.empty()) return false;
  for (std::size_t n = 0; n < last.sets.size(); ++n)
    if (now.sets[n].amount < last.sets[n].amount + reps) return false;
  return true;
}

// Sets more or less than the last time change nothing of those that both had.
std::size_t common_sets(const LastTime& now, const LastTime& last) {
  return std::min(now.sets.size(), last.sets.size());
}

bool same_was_asked(const LastTime& now, const LastTime& last) {
  for (std::size_t n = 0; n < common_sets(now, last); ++n) {
    const auto &was = last.sets[n].asked, &is = now.sets[n].asked;
    if (was && is && *was != *is) return false;
  }
  return true;
}

bool more_reps(const LastTime& now, const LastTime& last) {
  int more = 0;
  for (std::size_t n = 0; n < common_sets(now, last); ++n)
    more += now.sets[n].amount - last.sets[n].amount;
  return more > 0;
}

void take_shape(const AskedSet& asked, AskedShape& shape) {
  shape.least = asked.least;
  shape.most = asked.most;
  shape.load_percent = asked.group->load_percent.value;
  if (const auto* percent = std::get_if<PercentLoad>(&asked.group->load))
    shape.percent = percent->low.value;
}

VersusLast compared(const Edition& edition, const LastTime& now, const Against& against) {
  const LastTime& last = *against.last;
  if (!against.comparable || !last.comparable || now.exercise != last.exercise ||
      !same_was_asked(now, last))
    return VersusLast::same;
  const Decimal ratio =
      last.best == Decimal() ? Decimal::whole(100) : now.best * Decimal::whole(100) / last.best;
  const Decimal gain = ratio - Decimal::whole(100);
  if (gain <= -edition.better_percent) return VersusLast::worse;
  if (now.load < last.load) return VersusLast::same;
  if (gain >= edition.much_better_percent || more_on_every_set(now, last, edition.much_better_reps))
    return VersusLast::much_better;
  const bool better = gain >= edition.better_percent || more_reps(now, last);
  return better ? VersusLast::better : VersusLast::same;
}

std::optional<std::size_t> index_of(int set, std::size_t done) {
  if (done == 0) return std::nullopt;
  const std::size_t n = set == 0 ? done - 1 : static_cast<std::size_t>(set - 1);
  return n < done ? std::optional(n) : std::nullopt;
}

}  // namespace

Decimal reserve(const Edition& edition, const AskedSet* asked, const DoneSet& done) {
  if (done.rir) return done.rir->value;
  if (asked == nullptr) return {};
  if (asked->group->effort) return asked->group->effort->low.value;
  const bool amrap = asked->as_many && !std::holds_alternative<ToFailure>(asked->group->target);
  return amrap ? edition.amrap_rir : Decimal();
}

bool made_as_asked(const AskedSet& asked, const DoneSet& done) {
  const int least = asked.as_many ? std::max(asked.least, 1) : asked.least;
  return done.amount >= least && heavy_enough(asked, done) && within_effort(asked, done);
}

std::optional<int> Outcome::reps_of(int set) const {
  const auto n = index_of(set, sets.size());
  return n ? std::optional(sets[*n].amount) : std::nullopt;
}

std::optional<int> Outcome::extra_reps_of(int set) const {
  const auto n = index_of(set, sets.size());
  if (!n) return std::nullopt;
  return sets[*n].amount - sets[*n].least;
}

std::optional<Rir> Outcome::rir_of(int set) const {
  const auto n = index_of(set, sets.size());
  return n ? sets[*n].rir : std::nullopt;
}

Decimal estimate(const RunPlan& run, const References& references, const AskedSet* asked,
                 const DoneSet& done) {
  return estimate_of(run.edition(), lifted(run, references, asked, done), asked, done);
}

void take_last_time(const RunPlan& run, const References& references, const LineResult& result,
                    LastTime& now) {
  const bool is_compared = run.result_reads().versus_last;
  now.exercise = result.done.exercise;
  now.best = now.load = {};
  now.comparable = true;
  now.sets.clear();
  now.sets.reserve(result.done.sets.size());
  for (std::size_t n = 0; n < result.done.sets.size(); ++n) {
    const DoneSet& set = result.done.sets[n];
    const AskedSet* const asked = nth(result.asked, n);
    SetResult& went = now.sets.emplace_back();
    went.amount = set.amount;
    if (set.rir) went.rir = *set.rir;
    const Lifted load = lifted(run, references, asked, set);
    if (load.is_known) now.load = std::max(now.load, load.amount);
    if (!is_compared) continue;
    if (asked != nullptr) take_shape(*asked, went.asked.emplace());
    now.best = std::max(now.best, estimate_of(run.edition(), load, asked, set));
  }
}

void judge(const RunPlan& run, const LineResult& result, const LastTime& now,
           const Against& against, Outcome& outcome) {
  const auto& [prescribed, asked, done] = result;
  outcome.exercise = done.exercise;
  outcome.all_sets_done = outcome.all_top_of_range = outcome.tested = false;
  outcome.versus_last.reset();
  outcome.sets.clear();
  outcome.total = 0;
  for (std::size_t n = 0; n < now.sets.size(); ++n) {
    SetOutcome& went = outcome.sets.emplace_back();
    went.amount = now.sets[n].amount;
    if (const AskedSet* const set = nth(asked, n)) went.least = set->least;
    if (now.sets[n].rir) went.rir = *now.sets[n].rir;
    outcome.total += went.amount;
  }
  const Prescription& p = prescribed.sets;
  if (p.test) {
    outcome.tested = outcome.all_sets_done = is_tested(*p.test, done);
  } else if (p.total_reps) {
    outcome.all_sets_done = outcome.all_top_of_range = outcome.total >= *p.total_reps;
  } else {
    judge_sets(asked, done, outcome);
  }
  if (against.last != nullptr && run.result_reads().versus_last)
    outcome.versus_last = compared(run.edition(), now, against);
}

}  // namespace meso
