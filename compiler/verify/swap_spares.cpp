#include "compiler/verify/swap_spares.h"

#include <algorithm>
#include <set>

#include "base/text.h"
#include "compiler/verify/played_plan.h"
#include "compiler/verify/set_states.h"
#include "runtime/dose.h"

namespace meso {
namespace {

// A session that may stand in for another, and a group that it spares as written.
struct Stand {
  SessionId target, fled;
  GroupId group;
};

bool may_swap(const Plan& plan, const Session& session) {
  if (!session.gate) return false;
  const auto& clauses = plan.gates[*session.gate].clauses;
  return std::any_of(clauses.begin(), clauses.end(),
                     [](const GateClause& clause) { return clause.verdict == Verdict::swap; });
}

// Each target and group once, whatever is fled; not where the target's own gate asks for the group,
// and not in a deload, which leaves little of any session.
std::vector<Stand> stands_in(const PlanFacts& facts, const RunPlan& run) {
  static const std::vector<std::uint32_t> kNone;
  std::vector<Stand> out;
  std::set<std::pair<SessionId, std::uint32_t>> known;
  for (const Pass& pass : facts.passes)
    for (const std::uint32_t from : is_loading(pass) ? facts.week(pass).sessions : kNone)
      for (const std::uint32_t to : facts.week(pass).sessions) {
        const SessionId fled{pass.block, from}, target{pass.block, to};
        if (from == to || !may_swap(facts.plan, run.session(fled))) continue;
        const SessionFacts& other = run.facts(target);
        for_each_group(
            run.facts(fled).dates.trained & other.touched & ~other.burdened, [&](GroupId group) {
              const bool asks =
                  holds(other.dates.trained, group) && facts.guarded(run.session(target), group);
              if (!asks && known.insert({target, group.value}).second)
                out.push_back({target, fled, group});
            });
      }
  return out;
}

class SwapChecker {
 public:
  SwapChecker(const PlanFacts& facts, const RunPlan& run, const AllSetStates& states,
              Budget& budget)
      : facts_(facts), run_(run), states_(states), budget_(budget) {}

  SwapCheck check() {
    if (!states_.any()) return {};
    if (!states_.complete()) return {{}, "rules can take sets further than can be followed"};
    for (const Stand& stand : stands_in(facts_, run_))
      if (!spares(stand, most_sets(stand))) open_.push_back(stand);
    for (const SetResults results :
         {SetResults::all_beaten, SetResults::all_done, SetResults::all_missed})
      if (!open_.empty()) play(results);
    if (!open_.empty())
      out_.why_open = what(open_.front()) + " might come to more than spares the group";
    return std::move(out_);
  }

 private:
  // Whatever the results, each progression for itself.
  Decimal most_sets(const Stand& stand) const {
    Decimal sum;
    for (std::size_t n = 0; n < run_.session(stand.target).lines.size(); ++n) {
      const auto part = states_.part_of(stand.target, n);
      const std::size_t count = part ? states_.parts()[*part].states.size() : 1;
      Decimal most;
      for (std::size_t s = 0; s < count; ++s)
        most = std::max(most, states_.line_sets(stand.target, n, s)[stand.group.value]);
      sum += most;
    }
    return sum;
  }

  bool spares(const Stand& stand, Decimal sets) const {
    GroupDose dose;
    dose.hard_sets = sets;
    return meso::spares(dose, session_sets(run_.session(stand.target), facts_.edition),
                        facts_.edition);
  }

  void play(SetResults results) {
    play_plan(run_, {results, 0, results}, budget_, [&](const PlayedSession& played) {
      std::erase_if(open_, [&](const Stand& stand) {
        if (played.session.id != stand.target) return false;
        const BySets sets = session_sets_at(run_, played.before.progress.slots, played.session.id);
        if (spares(stand, sets[stand.group.value])) return false;
        tell(stand, sets[stand.group.value], results, played.path);
        return true;
      });
      return !open_.empty();
    });
  }

  // A session stands in the plan once for each week that differs, and is told once.
  void tell(const Stand& stand, Decimal sets, SetResults results,
            const std::vector<PathDay>& path) {
    const SourceId place = run_.session(stand.target).source;
    if (!told_.insert({place, stand.group.value}).second) return;
    out_.flaws.push_back(
        {place, what(stand) + " come to " + sets.text() + ", with " + std::string(text(results)),
         path});
  }

  std::string what(const Stand& stand) const {
    return quoted(run_.session(stand.target).name) + " stands in for " +
           quoted(run_.session(stand.fled).name) + ", and its sets of " +
           std::string(facts_.name(stand.group));
  }

  const PlanFacts& facts_;
  const RunPlan& run_;
  const AllSetStates& states_;
  Budget& budget_;
  std::vector<Stand> open_;
  std::set<std::pair<SourceId, std::uint32_t>> told_;
  SwapCheck out_;
};

}  // namespace

SwapCheck check_swaps(const PlanFacts& facts, const RunPlan& run, const AllSetStates& states,
                      Budget& budget) {
  return SwapChecker(facts, run, states, budget).check();
}

}  // namespace meso
