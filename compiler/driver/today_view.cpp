#include "compiler/driver/today_view.h"

namespace meso {
namespace {

// Without a check-in today the questions are what there is to say, and the session at its best.
DayVerdict at_its_best(const Ask& ask) {
  DayVerdict verdict;
  verdict.what = DayVerdict::What::train;
  verdict.head = verdict.session = ask.session;
  return verdict;
}

}  // namespace

TodaySheet today_sheet(const Running& running, const DayDecision& decision, bool plates) {
  const Ask* ask = std::get_if<Ask>(&decision);
  const DayVerdict verdict = ask != nullptr ? at_its_best(*ask) : std::get<DayVerdict>(decision);
  const auto place = [&](SourceId source) { return running.file.place(source); };
  return make_today(
      {*running.run, running.replayed.state, running.today, verdict, ask, plates, place});
}

TodaySheet today_sheet(const Running& running, bool plates) {
  return today_sheet(running, decide_openly(*running.run, running.replayed.state, running.today),
                     plates);
}

}  // namespace meso
