#include "compiler/verify/stall_escalates.h"

#include <algorithm>
#include <map>

#include "compiler/verify/load_steps.h"
#include "compiler/verify/played_plan.h"

namespace meso {
namespace {

constexpr int kMostCuts = 2;  // the third has to be something else

bool cuts(const Action& action, const RuleCall& call) {
  const auto* change = std::get_if<Change>(&action);
  return change != nullptr &&
         (change->what == Changes::load || change->what == Changes::reference) &&
         cut_of(*change, call).has_value();
}

// Another way to train, a break, or a person who looks at it.
bool escalates(const Action& action) {
  if (const auto* change = std::get_if<Change>(&action))
    return change->what == Changes::scheme || change->what == Changes::stage;
  return std::holds_alternative<InsertBlock>(action) || std::holds_alternative<NextStage>(action) ||
         std::holds_alternative<NextVariation>(action) ||
         std::holds_alternative<PreviousVariation>(action) ||
         std::holds_alternative<NotifyCoach>(action) || std::holds_alternative<ReferOut>(action) ||
         std::holds_alternative<EndBlock>(action);
}

// The cuts of each progression, counted until something ends them.
class Stalls {
 public:
  explicit Stalls(const RunPlan& run) {
    const Plan& plan = run.plan();
    for (std::size_t b = 0; b < plan.blocks.size(); ++b)
      for (std::uint32_t s = 0; s < plan.blocks[plan.blocks.id_of(b)].sessions.size(); ++s)
        add_calls(run, {plan.blocks.id_of(b), s});
  }

  void see(const PlayedSession& played) {
    if (!played.told.inserted.empty()) cuts_.clear();
    for (const RuleActed& acted : played.told.rules) {
      const RuleClause& clause = played.run.plan().rules[acted.rule].clauses[acted.clause];
      int& count = cuts_[{progression_of(acted), acted.rule.value}];
      if (std::any_of(clause.actions.begin(), clause.actions.end(), escalates))
        count = 0;
      else if (std::any_of(clause.actions.begin(), clause.actions.end(),
                           [&](const Action& a) { return cuts(a, *acted.call); }) &&
               ++count > kMostCuts)
        report(played, acted, clause);
    }
  }
  std::vector<Flaw> flaws() && { return std::move(flaws_); }

 private:
  void add_calls(const RunPlan& run, SessionId session) {
    const auto& lines = run.session(session).lines;
    for (std::size_t n = 0; n < lines.size(); ++n)
      for (std::size_t r = 0; r < lines[n].rules.size(); ++r)
        progressions_[&lines[n].rules[r]] = run.facts(session).lines[n].states[r].value;
  }

  // That the call feeds, whichever line of the plan it stands at; of a followed rule none.
  std::uint32_t progression_of(const RuleActed& acted) const {
    const auto at = progressions_.find(acted.call);
    return at == progressions_.end() ? UINT32_MAX : at->second;
  }

  void report(const PlayedSession& played, const RuleActed& acted, const RuleClause& clause) {
    const bool known = std::any_of(flaws_.begin(), flaws_.end(),
                                   [&](const Flaw& f) { return f.place == clause.source; });
    if (known) return;
    const Plan& plan = played.run.plan();
    const std::string lift = acted.exercise ? plan.exercises[*acted.exercise].name : "a lift";
    flaws_.push_back({clause.source,
                      "rule `" + plan.rules[acted.rule].name + "` cuts " + lift +
                          " a third time, and nothing else changes",
                      played.path});
  }

  std::map<const RuleCall*, std::uint32_t> progressions_;
  std::map<std::pair<std::uint32_t, std::uint32_t>, int> cuts_;  // by progression, rule
  std::vector<Flaw> flaws_;
};

}  // namespace

std::vector<Flaw> stalls_without_escalation(const RunPlan& run) {
  Stalls stalls(run);
  play_plan(run, {Results::all_missed, 0, Results::all_missed},
            [&](const PlayedSession& played) { stalls.see(played); });
  return std::move(stalls).flaws();
}

}  // namespace meso
