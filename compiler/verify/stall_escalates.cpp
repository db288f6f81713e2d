#include "compiler/verify/stall_escalates.h"

#include <algorithm>
#include <map>
#include <set>

#include "compiler/verify/actions.h"
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

bool escalates(const RuleClause& clause) {
  return std::any_of(clause.actions.begin(), clause.actions.end(),
                     [](const Action& action) { return escalates(action); });
}
bool cuts(const RuleClause& clause, const RuleCall& call) {
  return std::any_of(clause.actions.begin(), clause.actions.end(),
                     [&](const Action& action) { return cuts(action, call); });
}

// Clauses that cut and do nothing else: those that may turn out to be flaws.
std::size_t suspects(const Plan& plan) {
  std::set<std::uint32_t> sources;
  const auto add = [&](const RuleCall& call) {
    for (const RuleClause& clause : plan.rules[call.rule].clauses)
      if (cuts(clause, call) && !escalates(clause)) sources.insert(clause.source.value);
  };
  for (const Block& block : plan.blocks) for_each_follow(plan, block, add);
  for_each_line(plan, [&](SessionId, std::size_t, const Line& line) {
    for (const RuleCall& call : line.rules) add(call);
  });
  return sources.size();
}

// The cuts of each progression, counted until something ends them.
class CutCounts {
 public:
  explicit CutCounts(const RunPlan& run) {
    for_each_line(run.plan(), [&](SessionId session, std::size_t n, const Line& line) {
      for (std::size_t r = 0; r < line.rules.size(); ++r)
        progressions_[&line.rules[r]] = run.facts(session).lines[n].states[r].value;
    });
  }

  void see(const PlayedSession& played) {
    if (!played.told.inserted.empty()) cuts_.clear();
    for (const RuleActed& acted : played.told.rules) {
      const RuleClause& clause = played.run.plan().rules[acted.rule].clauses[acted.clause];
      int& count = cuts_[{progression_of(acted), acted.rule.value}];
      if (escalates(clause))
        count = 0;
      else if (cuts(clause, *acted.call) && ++count > kMostCuts)
        report(played, acted, clause);
    }
  }
  std::size_t found() const { return flaws_.size(); }
  std::vector<Flaw> flaws() && { return std::move(flaws_); }

 private:
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

Stalls stalls_without_escalation(const RunPlan& run, Budget& budget) {
  Stalls out;
  const std::size_t most = suspects(run.plan());
  if (most == 0) return out;
  CutCounts cuts(run);
  out.complete = play_plan(run, {SetResults::all_missed, 0, SetResults::all_missed}, budget,
                           [&](const PlayedSession& played) {
                             cuts.see(played);
                             return cuts.found() < most;
                           });
  out.flaws = std::move(cuts).flaws();
  return out;
}

}  // namespace meso
