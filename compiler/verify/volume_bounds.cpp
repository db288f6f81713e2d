#include "compiler/verify/volume_bounds.h"

#include <algorithm>
#include <map>
#include <set>

#include "base/text.h"
#include "compiler/verify/played_plan.h"
#include "compiler/verify/volume_jumps.h"
#include "compiler/verify/volume_proof.h"
#include "runtime/volume.h"

namespace meso {
namespace {

constexpr std::size_t kMostRuns = 60;
constexpr int kSixDays = 6;

// The volume of one path, as it is lived.
class LivedVolume {
 public:
  LivedVolume(const PlanFacts& facts, const VolumeBounds& bounds, std::string results)
      : facts_(facts), bounds_(bounds), results_(std::move(results)), used_(facts.edition) {}

  void see(const PlayedSession& played) {
    const auto pass = pass_of(facts_, played.before.control.place);
    if (pass != now_) close(played);
    if (!pass || !is_exposure_week(played.run, played.before.control)) return;
    now_ = pass;
    const BySets sets =
        session_sets_at(played.run, played.before.progress.slots, played.session.id);
    volume_.pass = *pass;
    if (volume_.sets.empty()) volume_.sets = volume_.session_sets = BySets(sets.size());
    for (std::size_t g = 0; g < sets.size(); ++g) {
      volume_.sets[g] += sets[g];
      volume_.session_sets[g] = std::max(volume_.session_sets[g], sets[g]);
    }
    look_at_six_days(played, sets);
    if (played.told.week_ends) close(played);
  }
  std::vector<VolumeJump> jumps() && { return std::move(jumps_); }

 private:
  // Sessions that rotate: the average week, as everywhere.
  void average(const PlayedSession& played) {
    volume_.most_sets = volume_.sets;
    const Pass& pass = facts_.passes[volume_.pass];
    const Block& block = facts_.plan.blocks[pass.block];
    const Decimal share = share_of_list(block, facts_.week(pass));
    if (!rotates(block, facts_.week(pass))) return;
    std::fill(volume_.sets.begin(), volume_.sets.end(), Decimal());
    for (const std::uint32_t session : facts_.week(pass).sessions) {
      const BySets sets =
          session_sets_at(played.run, played.before.progress.slots, {pass.block, session});
      for (std::size_t g = 0; g < sets.size(); ++g) volume_.sets[g] += sets[g] * share;
    }
    for (std::size_t g = 0; g < volume_.sets.size(); ++g)
      volume_.most_sets[g] = std::max(volume_.most_sets[g], volume_.sets[g]);
  }

  void close(const PlayedSession& played) {
    if (!now_) return;
    now_.reset();
    average(played);
    for (VolumeJump& jump : jumps_over(used_.passes(), volume_, bounds_)) tell(jump, played);
    for (auto& [group, jump] : in_six_days_) tell(jump, played);
    in_six_days_.clear();
    used_.add(std::move(volume_));
    volume_ = {};
  }

  void look_at_six_days(const PlayedSession& played, const BySets& sets) {
    const int day = played.path.back().day;
    days_.emplace_back(day, sets);
    while (days_.front().first <= day - kSixDays) days_.erase(days_.begin());
    for (std::uint32_t g = 0; g < sets.size(); ++g) {
      Decimal sum;
      for (const auto& [on, of_day] : days_) sum += of_day[g];
      VolumeJump jump = rise_over(used_.passes(), GroupId{g}, VolumeJump::Of::six_days, sum);
      jump.pass = volume_.pass;
      if (!is_too_wide(jump, bounds_)) continue;
      jump.path = played.path;
      in_six_days_.try_emplace(g, std::move(jump));
    }
  }

  // The first of each pass and group: a pass that jumps isn't told again for its days.
  void tell(VolumeJump& jump, const PlayedSession& played) {
    if (!told_.insert({jump.pass, jump.group.value}).second) return;
    jump.results = results_;
    if (jump.path.empty()) jump.path = played.path;
    jumps_.push_back(std::move(jump));
  }

  const PlanFacts& facts_;
  const VolumeBounds& bounds_;
  std::string results_;
  UsedTo used_;
  std::optional<std::size_t> now_;
  PassVolume volume_;
  std::vector<std::pair<int, BySets>> days_;
  std::map<std::uint32_t, VolumeJump> in_six_days_;  // of this pass, by group
  std::set<std::pair<std::size_t, std::uint32_t>> told_;
  std::vector<VolumeJump> jumps_;
};

// Ways that results may go, the plainest first: always the same, then changing once, the likeliest
// change first.
std::vector<ResultsPolicy> policies_for(const PlanFacts& facts, bool results_matter,
                                        bool may_change) {
  if (!results_matter) return {ResultsPolicy{}};
  constexpr SetResults kDone = SetResults::all_done, kBeaten = SetResults::all_beaten,
                       kMissed = SetResults::all_missed;
  std::vector<ResultsPolicy> out{{kDone, 0, kDone}, {kBeaten, 0, kBeaten}, {kMissed, 0, kMissed}};
  constexpr std::pair<SetResults, SetResults> kChanges[] = {{kMissed, kDone}, {kMissed, kBeaten},
                                                            {kDone, kMissed}, {kBeaten, kMissed},
                                                            {kDone, kBeaten}, {kBeaten, kDone}};
  if (!may_change) return out;
  for (const auto& [first, then] : kChanges)
    for (int passes = 1; passes < static_cast<int>(facts.passes.size()); ++passes)
      out.push_back({first, passes, then});
  if (out.size() > kMostRuns) out.resize(kMostRuns);
  return out;
}

std::string why_open(const PlanFacts& facts, const OpenRise& rise) {
  const std::string where = std::string(facts.name(rise.group)) + kind_text(rise.of) + " in " +
                            pass_name(facts.plan, facts.passes[rise.pass]);
  if (rise.needs_trigger) return where + ": it rests on what a rule sets off";
  if (rise.of == VolumeJump::Of::six_days)
    return where + ": another order might bring its sessions too close";
  return where + ": some row of results might raise its sets too far at once";
}

}  // namespace

VolumeCheck check_volume(const PlanFacts& facts, const RunPlan& run, const AllSetStates& states,
                         const VerifyOptions& options, Budget& budget) {
  VolumeCheck out;
  const VolumeBounds& bounds = options.volume;
  if (!states.complete()) {
    out.why_open = "rules can take sets further than can be followed";
    return out;
  }
  const std::vector<OpenRise> open = open_rises(facts, run, states, bounds, budget);
  const auto found = [&](const OpenRise& rise) {
    return std::any_of(out.jumps.begin(), out.jumps.end(),
                       [&](const VolumeJump& jump) { return jump.group == rise.group; });
  };
  if (budget.is_spent()) out.why_open = "the budget ran out";
  if (open.empty()) return out;
  for (const ResultsPolicy& policy : policies_for(facts, states.any(), options.changing_results)) {
    LivedVolume lived(facts, bounds, states.any() ? text(policy, facts.plan) : std::string());
    play_plan(run, policy, budget, [&](const PlayedSession& played) {
      lived.see(played);
      return true;
    });
    for (VolumeJump& jump : std::move(lived).jumps())
      if (std::none_of(out.jumps.begin(), out.jumps.end(),
                       [&](const VolumeJump& known) { return known.group == jump.group; }))
        out.jumps.push_back(std::move(jump));
    if (std::all_of(open.begin(), open.end(), found)) break;
  }
  std::stable_sort(
      out.jumps.begin(), out.jumps.end(),
      [](const VolumeJump& a, const VolumeJump& b) { return a.path.size() < b.path.size(); });
  for (const OpenRise& rise : open)
    if (out.why_open.empty() && !found(rise)) out.why_open = why_open(facts, rise);
  return out;
}

}  // namespace meso
