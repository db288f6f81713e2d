#include "compiler/verify/set_results.h"

#include <algorithm>

namespace meso {
namespace {

constexpr int kMissing = 2;   // reps short of the target
constexpr int kBeating = 10;  // reps beyond it, where as many as possible are asked for
constexpr int kSpare = 5;     // reps left where every set is beaten
constexpr int kSomeMax = 100;
constexpr int kSomeLoad = 50;  // where the athlete finds it

int amount_of(const AskedSet& asked, SetResults results) {
  switch (results) {
    case SetResults::all_beaten:
      return std::max(asked.least, asked.most) + (asked.as_many ? kBeating : 0);
    case SetResults::all_done: return asked.least;
    case SetResults::all_missed: return std::max(0, asked.least - kMissing);
  }
  return 0;
}

DoneSet done_set(const AskedSet& asked, SetResults results) {
  DoneSet set;
  set.of = measure_of(asked.group->target);
  set.amount = amount_of(asked, results);
  set.load = asked.load != nullptr && asked.load->low
                 ? *asked.load->low
                 : Load{Decimal::whole(kSomeLoad), MassUnit::kg};
  if (results == SetResults::all_beaten) set.rir = Rir{Decimal::whole(kSpare)};
  return set;
}

}  // namespace

std::string_view text(SetResults results) {
  switch (results) {
    case SetResults::all_beaten: return "every set beaten";
    case SetResults::all_done: return "every set done";
    case SetResults::all_missed: return "every set missed";
  }
  return "";
}

SessionDone done_session(const SessionRef& session, const std::vector<TodayLine>& lines,
                         SetResults results) {
  SessionDone done;
  done.session = session;
  for (const TodayLine& line : lines) {
    DoneLine& result = done.lines.emplace_back();
    result.line = line.nth;
    result.exercise = line.exercise;
    for (const AskedSet& asked : asked_sets(line))
      if (asked.compulsory) result.sets.push_back(done_set(asked, results));
  }
  return done;
}

State start_with_maxes(const RunPlan& run) {
  State state = start(run);
  References& references = state.progress.references;
  const Plan& plan = run.plan();
  for (const Input& input : plan.inputs)
    if (input.exercise && !references.value(plan, input.kind, *input.exercise))
      references.set(input.kind, *input.exercise, {Decimal::whole(kSomeMax), plan.units});
  return state;
}

}  // namespace meso
