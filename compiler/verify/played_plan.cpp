#include "compiler/verify/played_plan.h"

#include <algorithm>

#include "base/text.h"
#include "compiler/verify/good_check_in.h"

namespace meso {
namespace {

constexpr std::uint64_t kDayPrice = 2 * Budget::kDecision;  // with all its lines and rules

class Player {
 public:
  Player(const RunPlan& run, const ResultsPolicy& policy,
         const std::function<bool(const PlayedSession&)>& seen)
      : run_(run),
        policy_(policy),
        seen_(seen),
        state_(start_with_maxes(run)),
        all_good_(all_good(run.plan())) {}

  bool play(Budget& budget) {
    for (int day = 0; day < kMostDaysPlayed && !is_over();) {
      if (!budget.spend(kDayPrice)) break;
      day = live(day);
    }
    return is_over();
  }

 private:
  bool is_over() const { return has_seen_ || state_.control.finished || state_.control.referred; }

  // Nothing is wrong, and every lift is as strong as ever.
  CheckIn fresh() const {
    CheckIn answers = all_good_;
    for (const SessionRef& ref : pending_sessions(run_, state_.control))
      if (const auto probe = run_.facts(ref.id).probe)
        answers.strength.push_back({*probe, Truth::yes});
    return answers;
  }

  // Gives back the next day on which anything may be due.
  int live(int day) {
    const CheckIn answers = fresh();
    const DayDecision decision = decide(run_, state_.control, state_.reports, day, answers);
    const auto* verdict = std::get_if<DayVerdict>(&decision);
    if (verdict == nullptr) return day + 1;
    if (!verdict->session) return std::max(day + 1, verdict->next_day);
    const auto lines = session_of(run_, state_, *verdict);
    advance(run_, state_, {day, CheckedIn{answers, {}}}, nullptr, {verdict, {}});
    before_ = state_;
    Told told;
    path_.push_back({day, verdict->session->id});
    const SetResults results = policy_.in_pass(passes_);
    advance(run_, state_, {day, done_session(*verdict->session, lines, results)}, &told,
            {nullptr, lines});
    has_seen_ = !seen_({run_, passes_, before_, state_, *verdict->session, lines, told, path_});
    if (told.week_ends || told.block_ends) ++passes_;
    return day + 1;
  }

  const RunPlan& run_;
  const ResultsPolicy& policy_;
  const std::function<bool(const PlayedSession&)>& seen_;
  State state_, before_;  // `before_` is kept for its memory
  const CheckIn all_good_;
  bool has_seen_ = false;
  int passes_ = 0;
  std::vector<PathDay> path_;
};

}  // namespace

std::string text(const ResultsPolicy& policy, const Plan& plan) {
  const std::string first(text(policy.first));
  if (policy.passes == 0) return first;
  const bool rotates = std::any_of(plan.blocks.begin(), plan.blocks.end(),
                                   [](const Block& block) { return block.rotations; });
  return first + " for " + counted(policy.passes, rotates ? "rotation" : "week") + ", then " +
         std::string(text(policy.then));
}

bool play_plan(const RunPlan& run, const ResultsPolicy& policy, Budget& budget,
               const std::function<bool(const PlayedSession&)>& seen) {
  return Player(run, policy, seen).play(budget);
}

}  // namespace meso
