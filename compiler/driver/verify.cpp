#include <algorithm>

#include "base/text.h"
#include "compiler/driver/clock.h"
#include "compiler/driver/commands.h"
#include "compiler/driver/running.h"
#include "compiler/driver/verify_text.h"

namespace meso {

int run_verify(const VerifyPlanOptions& options, const FileSystem& files) {
  const auto file = read_plan_file(options.plan, std::nullopt, files);
  if (!file) return kFailed;
  const double before = milliseconds();
  const PlanFacts facts(file->plan, *file->edition);
  const RunPlan run(file->plan, *file->edition);
  VerifyOptions how;
  how.mode = options.mode == "typical" ? EnvelopeMode::typical : EnvelopeMode::worst;
  how.budget = options.budget;
  how.typical_run = true;
  const Verification verification = verify(facts, run, how);
  const double took = milliseconds() - before;
  print(verification_text(facts, run, verification, how.mode));
  if (options.stats)
    print("\n" + std::to_string(verification.states) + " states, " +
          std::to_string(static_cast<int>(took)) + " ms\n");
  const bool clean =
      std::all_of(verification.results.begin(), verification.results.end(),
                  [](const PropertyResult& result) { return result.proof == Proof::proved; });
  return clean ? kClean : kFindings;
}

}  // namespace meso
