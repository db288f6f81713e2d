#include "runtime/replay/more_than_asked.h"

#include <algorithm>

#include "runtime/journal/draft.h"
#include "runtime/replay/record_words.h"

namespace meso {
namespace {

int amount_of(const std::vector<DoneSet>& sets) {
  int amount = 0;
  for (const DoneSet& set : sets) amount += set.amount;
  return amount;
}

// Of myo-reps, clusters and the like nobody says how many lines of the log one set fills.
bool counts_sets(const TodayLine& asked) { return !asked.line->style && !asked.sets.test; }

bool has_more_sets(const TodayLine& asked, const std::vector<DoneSet>& done) {
  if (!counts_sets(asked)) return false;
  if (asked.sets.total_reps) return amount_of(done) > *asked.sets.total_reps;
  return done.size() > asked_sets(asked).size();
}

bool is_heavier(const PlannedLoad& asked, const DoneSet& done, MassUnit unit) {
  const bool comparable =
      asked.low && done.load && done.bodyweight == (asked.state == PlannedLoad::State::bodyweight);
  if (!comparable) return false;
  const Load most = asked.high.value_or(*asked.low);
  return to_unit(*done.load, unit).amount > to_unit(most, unit).amount;
}

bool has_more_load(const TodayLine& asked, const std::vector<DoneSet>& done, MassUnit unit) {
  const std::vector<AskedSet> sets = asked_sets(asked);
  for (std::size_t i = 0; i < done.size() && !sets.empty(); ++i) {
    const PlannedLoad* load = sets[std::min(i, sets.size() - 1)].load;
    if (load != nullptr && is_heavier(*load, done[i], unit)) return true;
  }
  return false;
}

// The loads of another exercise say nothing of this one's.
bool is_more(const TodayLine& asked, const DoneLine& done, MassUnit unit) {
  return has_more_sets(asked, done.sets) ||
         (!done.substituted && has_more_load(asked, done.sets, unit));
}

}  // namespace

std::vector<std::string> more_than_asked(const Plan& plan, const LoggedSession& session) {
  std::vector<std::string> notes;
  if (!session.reduced) return notes;
  for (const DoneLine& done : session.done) {
    const auto asked = std::ranges::find_if(
        session.asked, [&](const TodayLine& line) { return done.line == line.nth; });
    if (asked == session.asked.end() || !is_more(*asked, done, plan.units)) continue;
    const std::string other =
        done.exercise == asked->exercise ? "" : plan.exercises[done.exercise].name + " ";
    notes.push_back("lightened day: " + plan.exercises[asked->exercise].name + " " +
                    asked_text(*asked) + " prescribed, " + other + sets_text(done.sets) + " done");
  }
  return notes;
}

}  // namespace meso
