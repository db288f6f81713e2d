#include <algorithm>

#include "compiler/driver/commands.h"
#include "compiler/driver/running.h"
#include "compiler/driver/simulate_report.h"

namespace meso {
namespace {

constexpr int kBar = 40;  // columns

// Redrawn only where it has moved, and wiped off at the end.
class ProgressBar {
 public:
  explicit ProgressBar(int all) : all_(all) {}
  ~ProgressBar() {
    if (shown_ >= 0) redraw("\r" + std::string(kBar + 12, ' ') + "\r");
  }
  ProgressBar(const ProgressBar&) = delete;
  ProgressBar& operator=(const ProgressBar&) = delete;

  void operator()(int done) {
    const int hundredths = static_cast<int>(100LL * done / std::max(all_, 1));
    if (hundredths <= shown_) return;
    shown_ = hundredths;
    const auto full = static_cast<std::size_t>(kBar * hundredths / 100);
    redraw("\r[" + std::string(full, '=') + std::string(kBar - full, ' ') + "] " +
           std::to_string(hundredths) + " %");
  }

 private:
  int all_, shown_ = -1;
};

}  // namespace

int run_simulate(const SimulateOptions& options, const FileSystem& files) {
  AthleteFile athlete = read_athlete_for_run(options.athlete, files);
  if (athlete.failed) return kFailed;
  const auto file =
      read_plan_file(options.plan, athlete.athlete ? athlete.athlete->level : std::nullopt, files);
  if (!file) return kFailed;
  const RunPlan run(file->plan, *file->edition, athlete.athlete ? &*athlete.athlete : nullptr);
  const simulate::SimulatedPlan plan(run);
  simulate::Request request;
  request.athletes = options.athletes;
  request.seed = options.seed;
  request.threads = options.threads;
  simulate::Tally tally;
  {
    ProgressBar bar(options.athletes);
    if (stderr_is_terminal()) request.progress = [&](int done) { bar(done); };
    tally = simulate::simulate(plan, request);
  }
  const SimulationReport report{plan, tally, options.seed};
  print(options.format == "json" ? simulation_json(report) : simulation_text(report));
  return kClean;
}

}  // namespace meso
