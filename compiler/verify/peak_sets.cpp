#include "compiler/verify/peak_sets.h"

#include <algorithm>
#include <optional>

#include "compiler/verify/actions.h"
#include "compiler/verify/line_sets.h"
#include "compiler/verify/played_plan.h"
#include "compiler/verify/weekly_sets.h"

namespace meso {
namespace {

class Peaks {
 public:
  Peaks(const PlanFacts& facts, const RunPlan& run) : facts_(facts), run_(run) {
    out_.sessions.resize(facts.plan.groups.size());
    out_.weeks.resize(facts.plan.groups.size());
  }

  void read_written() {
    for (std::size_t p = 0; p < facts_.passes.size(); ++p) {
      const Pass& pass = facts_.passes[p];
      for (const std::uint32_t session : facts_.week(pass).sessions)
        for (const GroupDose& dose : facts_.doses(pass.block, session))
          raise_session({{pass.block, session}, p, dose.hard_sets, dose.direct_sets, ""},
                        dose.group);
    }
    for (const WeeklySets& week : weekly_sets(facts_))
      for (std::uint32_t g = 0; g < week.sets.size(); ++g)
        raise_week({first_of(week.pass), week.pass, week.sets[g], {}, ""}, GroupId{g});
  }

  void play(Budget& budget) {
    shares_ = shares_of_passes(facts_);
    for (const SetResults results :
         {SetResults::all_done, SetResults::all_beaten, SetResults::all_missed}) {
      results_ = text(results);
      play_plan(run_, {results, 0, results}, budget, [&](const PlayedSession& played) {
        see(played);
        return true;
      });
      close_week();
    }
  }

  AllPeaks take() { return std::move(out_); }

 private:
  SessionId first_of(std::size_t pass) const {
    const auto& sessions = facts_.week(facts_.passes[pass]).sessions;
    return {facts_.passes[pass].block, sessions.empty() ? 0 : sessions.front()};
  }

  void see(const PlayedSession& played) {
    const auto pass = pass_of(facts_, played.before.control.place);
    if (pass != now_) close_week();
    if (!pass) return;
    const SessionId id = played.session.id;
    const auto& slots = played.before.progress.slots;
    const BySets sets = session_sets_at(run_, slots, id);
    const BySets direct = session_sets_at(run_, slots, id, Counted::direct);
    for (std::uint32_t g = 0; g < sets.size(); ++g)
      raise_session({id, *pass, sets[g], direct[g], results_}, GroupId{g});
    now_ = pass;
    week_.resize(sets.size());
    for (std::size_t g = 0; g < sets.size(); ++g) week_[g] += sets[g];
  }

  void close_week() {
    if (now_ && is_loading(facts_.passes[*now_])) {
      // A week of sessions that rotate is played as it comes; of rotations seven days hold a part.
      const bool rotations = facts_.plan.blocks[facts_.passes[*now_].block].rotations;
      const WeekShare share = rotations ? shares_[*now_] : WeekShare{};
      for (std::uint32_t g = 0; g < week_.size(); ++g)
        raise_week({first_of(*now_), *now_, share(week_[g]), {}, results_}, GroupId{g});
    }
    now_.reset();
    week_.clear();
  }

  void raise_session(PeakSets peak, GroupId group) {
    if (peak.sets <= Decimal()) return;
    auto& known = out_.sessions[group.value];
    const auto same = std::find_if(known.begin(), known.end(), [&](const PeakSets& k) {
      return source_of(k.session) == source_of(peak.session);
    });
    if (same == known.end())
      known.push_back(std::move(peak));
    else if (peak.sets > same->sets || peak.direct > same->direct)
      *same = std::move(peak);
  }
  void raise_week(PeakSets peak, GroupId group) {
    PeakSets& known = out_.weeks[group.value];
    if (peak.sets > known.sets) known = std::move(peak);
  }
  SourceId source_of(SessionId id) const {
    return facts_.plan.blocks[id.block].sessions[id.index].source;
  }

  const PlanFacts& facts_;
  const RunPlan& run_;
  AllPeaks out_;
  std::vector<WeekShare> shares_;
  std::string results_;
  std::optional<std::size_t> now_;
  BySets week_;
};

}  // namespace

AllPeaks peak_sets(const PlanFacts& facts, const RunPlan& run, Budget& budget) {
  Peaks peaks(facts, run);
  peaks.read_written();
  if (any_action(facts.plan, changes_sets)) peaks.play(budget);
  return peaks.take();
}

}  // namespace meso
