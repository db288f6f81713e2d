#include <algorithm>

#include "base/text.h"
#include "compiler/driver/clock.h"
#include "compiler/driver/commands.h"
#include "compiler/driver/running.h"
#include "compiler/driver/verify_text.h"
#include "compiler/guidelines/path_bounds.h"
#include "compiler/model/model.h"

namespace meso {
namespace {

bool passes(const Verification& verification, bool strict) {
  return std::none_of(
      verification.results.begin(), verification.results.end(), [&](const PropertyResult& result) {
        return result.proof == Proof::refuted || (strict && result.proof == Proof::not_proved);
      });
}

// Without the plan's folders: "base.meso:33".
PlaceText places_in(const PlanFile& file) {
  return [&file](SourceId source) {
    const std::string place = file.place(source);
    return place.substr(place.rfind('/') + 1);
  };
}

bool write_trace(const std::string& path, const VerifyReport& report, FileSystem& files) {
  const auto failed = files.write(path, trace_json(report));
  if (failed) notice(path + " can't be written: " + failed->reason);
  return !failed;
}

}  // namespace

int run_verify(const VerifyPlanOptions& options, FileSystem& files) {
  const auto file = read_plan_file(options.plan, options.project, std::nullopt, files);
  if (!file) return kFailed;
  const double before = milliseconds();
  const PlanFacts facts(file->plan, *file->edition);
  const RunPlan run(file->plan, *file->edition);
  VerifyOptions how;
  how.mode = options.mode == "typical" ? EnvelopeMode::typical : EnvelopeMode::worst;
  how.budget = options.budget;
  how.typical_run = true;
  const InForce in_force(file->edition->year, file->settings.get());
  how.volume = volume_bounds(in_force);
  how.load = load_bounds(in_force);
  const Verification verification = verify(facts, run, how);
  const double took = milliseconds() - before;
  Mending mending(facts, run, verification,
                  {how.mode, options.budget, [] { return default_gate(built_in_catalogue()); }});
  const VerifyReport report{facts, run, verification, how.mode, places_in(*file), mending};
  if (!options.trace.empty() && !write_trace(options.trace, report, files)) return kFailed;
  print(verification_text(report));
  if (options.stats)
    print("\n" + std::to_string(verification.states) + " states, " +
          std::to_string(static_cast<int>(took)) + " ms\n");
  return passes(verification, options.strict) ? kClean : kFindings;
}

}  // namespace meso
