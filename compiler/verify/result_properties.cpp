#include "compiler/verify/result_properties.h"

#include "base/text.h"
#include "compiler/verify/actions.h"
#include "compiler/verify/bouts.h"
#include "compiler/verify/deload_comes.h"
#include "compiler/verify/load_bounds.h"
#include "compiler/verify/peak_sets.h"
#include "compiler/verify/progress_bound.h"
#include "compiler/verify/stall_escalates.h"
#include "compiler/verify/swap_spares.h"
#include "compiler/verify/typical_run.h"
#include "compiler/verify/untrained.h"
#include "compiler/verify/volume_bounds.h"
#include "compiler/verify/volume_jumps.h"

namespace meso {
namespace {

class ResultChecks {
 public:
  ResultChecks(const PlanFacts& facts, const RunPlan& run, const VerifyOptions& options,
               Budget& budget, Verification& out)
      : facts_(facts), run_(run), options_(options), budget_(budget), out_(out) {}

  void check_stalls() {
    PropertyResult& stall = of(Property::stall_escalates);
    Stalls stalls = stalls_without_escalation(run_, budget_);
    stall.flaws = std::move(stalls.flaws);
    if (!stalls.complete)
      stall.why = budget_.is_spent() ? "the budget ran out before the plan's end"
                                     : "the plan's end is too far away";
  }

  void check_deloads() {
    const LoadingRun run = out_.loading = longest_loading_run(facts_);
    if (run.weeks <= kMostLoadingWeeks) return;
    const std::string weeks = counted(run.weeks, "loading week") + " in a row";
    PropertyResult& deload = of(Property::deload_comes);
    if (run.inserts)
      deload.why = weeks + ": a deload comes only if a rule inserts it";
    else if (run.eases)
      deload.why = weeks + ": rules make it easier only for those who stall";
    else
      deload.flaws.push_back(
          {facts_.plan.blocks[run.block].source, weeks + " without a deload or a test", {}});
  }

  void check_sets() {
    const AllSetStates states(facts_, run_, budget_);
    SwapCheck swaps = check_swaps(facts_, run_, states, budget_);
    of(Property::swap_is_fresh).flaws = std::move(swaps.flaws);
    of(Property::swap_is_fresh).why = std::move(swaps.why_open);
    VolumeCheck volume = check_volume(facts_, run_, states, options_, budget_);
    of(Property::bounded_volume).why = std::move(volume.why_open);
    for (const VolumeJump& jump : volume.jumps)
      of(Property::bounded_volume).flaws.push_back(flaw_of(facts_, jump));
    out_.volume_jumps = std::move(volume.jumps);
  }

  void check_all_loads() {
    LoadCheck loads = check_loads(facts_, run_, options_.load, budget_);
    of(Property::bounded_load).why = std::move(loads.why_open);
    for (const LoadJump& jump : loads.jumps)
      of(Property::bounded_load).flaws.push_back(flaw_of(facts_, jump));
    out_.load_jumps = std::move(loads.jumps);
  }

  void run_typical() {
    const Bouts bouts(facts_);
    out_.typical = run_typically(facts_, run_, bouts);
    if (out_.typical.finishes) return bound_progress(bouts);
    const Session& stuck = run_.session(out_.typical.stuck_at);
    of(Property::progresses)
        .flaws.push_back(
            {stuck.source, "a typical athlete never gets beyond " + quoted(stuck.name), {}});
  }

 private:
  void bound_progress(const Bouts& bouts) {
    ProgressBound found = progress_bound(facts_, run_, bouts);
    PropertyResult& progresses = of(Property::progresses);
    progresses.why = std::move(found.why_open);
    if (progresses.why.empty())
      progresses.bound = "a session within " + counted(found.days, "day") +
                         " of the last, where recovery is typical and one day in three is free" +
                         fixed_days();
  }

  std::string fixed_days() const {
    bool any = false;
    for_each_session(facts_.plan,
                     [&](SessionId session) { any = any || !run_.session(session).on.empty(); });
    return any ? ", and fixed days are kept" : "";
  }

  PropertyResult& of(Property property) { return out_.results[static_cast<std::size_t>(property)]; }

  const PlanFacts& facts_;
  const RunPlan& run_;
  const VerifyOptions& options_;
  Budget& budget_;
  Verification& out_;
};

}  // namespace

void check_results(const PlanFacts& facts, const RunPlan& run, const VerifyOptions& options,
                   Budget& budget, Verification& out) {
  ResultChecks checks(facts, run, options, budget, out);
  checks.check_stalls();
  checks.check_deloads();
  checks.check_sets();
  checks.check_all_loads();
  out.longest_gaps = longest_gaps(facts);
  out.peaks = peak_sets(facts, run, budget);
  if (options.typical_run) checks.run_typical();
}

}  // namespace meso
