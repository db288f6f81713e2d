#include "compiler/driver/commands.h"
#include "compiler/driver/progress_bar.h"
#include "compiler/driver/running.h"
#include "compiler/driver/simulate_report.h"

namespace meso {

int run_simulate(const SimulateOptions& options, const FileSystem& files) {
  AthleteFile athlete = read_athlete_for_run(options.athlete, files);
  if (athlete.failed) return kFailed;
  const auto file = read_plan_file(options.plan, options.project,
                                   athlete.athlete ? athlete.athlete->level : std::nullopt, files);
  if (!file) return kFailed;
  const RunPlan run(file->plan, *file->edition, athlete.athlete ? &*athlete.athlete : nullptr);
  const simulate::SimulatedPlan plan(run);
  simulate::Request request;
  request.athletes = options.athletes;
  request.seed = options.seed;
  request.threads = options.threads;
  simulate::Tally tally;
  {
    ProgressBar bar(static_cast<std::size_t>(options.athletes));
    request.progress = [&](int done) { bar.show(static_cast<std::size_t>(done)); };
    tally = simulate::simulate(plan, request);
  }
  const SimulationReport report{plan, tally, options.seed};
  print(options.format == "json" ? simulation_json(report) : simulation_text(report));
  return kClean;
}

}  // namespace meso
