#include "compiler/driver/commands.h"
#include "compiler/driver/running.h"
#include "compiler/sheets/today.h"

namespace meso {
namespace {

std::string render(const std::string& format, const TodaySheet& sheet) {
  if (format == "json") return today_json(sheet);
  if (format == "markdown") return today_markdown(sheet);
  return format == "html" ? today_html(sheet) : today_text(sheet);
}

// Without a check-in today the questions are what there is to say, and the session at its best.
TodaySheet sheet_of(const TodayRequest& with_verdict, const Ask* ask) {
  if (ask == nullptr) return make_today(with_verdict);
  DayVerdict at_best;
  at_best.what = DayVerdict::What::train;
  at_best.head = at_best.session = ask->session;
  TodayRequest request{with_verdict.run,    with_verdict.state, with_verdict.day, at_best, ask,
                       with_verdict.plates, with_verdict.place};
  return make_today(request);
}

}  // namespace

int run_next(const NextOptions& options, const FileSystem& files) {
  Running running;
  if (const auto code = load_running(options.run, files, running)) return *code;
  const State& state = running.replayed.state;
  const DayDecision decision = decide_openly(*running.run, state, running.today);
  static const DayVerdict kNone;
  const Ask* ask = std::get_if<Ask>(&decision);
  const DayVerdict& verdict = ask != nullptr ? kNone : std::get<DayVerdict>(decision);
  const TodayRequest request{
      *running.run, state, running.today, verdict, nullptr, options.plates, [&](SourceId source) {
        return running.file.place(source);
      }};
  print(render(options.format, sheet_of(request, ask)));
  return kClean;
}

}  // namespace meso
