#include "compiler/verify/progression_properties.h"

#include <algorithm>
#include <map>

#include "base/text.h"
#include "compiler/verify/actions.h"
#include "compiler/verify/good_check_in.h"
#include "runtime/step/step.h"

namespace meso {
namespace {

constexpr int kMostDays = 1200;
constexpr std::uint64_t kDayPrice = 2 * Budget::kDecision;  // with all its lines and rules
constexpr int kMostCuts = 2;                                // the third has to be something else
constexpr int kMissing = 2;                                 // reps short of the target
constexpr int kSomeLoad = 50;                               // where the athlete finds it

bool cuts(const Change& change) {
  if (change.what != Changes::load && change.what != Changes::reference) return false;
  if (change.how == Change::How::subtract) return true;
  const auto* q = std::get_if<Quantity>(&change.value);
  return change.how == Change::How::times && q != nullptr && q->low < Decimal::whole(100);
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

bool cuts(const RuleClause& clause) {
  return std::any_of(clause.actions.begin(), clause.actions.end(), [](const Action& action) {
    const auto* change = std::get_if<Change>(&action);
    return change != nullptr && cuts(*change);
  });
}
bool escalates(const RuleClause& clause) {
  return std::any_of(clause.actions.begin(), clause.actions.end(),
                     [](const Action& action) { return escalates(action); });
}

class MissedRun {
 public:
  // `suspects`: the clauses that may turn out to be flaws.
  MissedRun(const RunPlan& run, std::size_t suspects)
      : run_(run), suspects_(suspects), state_(start(run)), all_good_(all_good(run.plan())) {}

  Stalls play(Budget& budget) {
    for (int day = 0; day < kMostDays && !is_over();) {
      if (!budget.spend(kDayPrice)) break;
      day = live(day);
    }
    return {std::move(flaws_), is_over()};
  }

 private:
  bool is_over() const {
    return state_.control.finished || state_.control.referred || flaws_.size() == suspects_;
  }

  // Gives back the next day on which anything may be due.
  int live(int day) {
    CheckIn answers = all_good_;
    for (const SessionRef& ref : pending_sessions(run_, state_.control))
      if (const auto probe = run_.facts(ref.id).probe)
        answers.strength.push_back({*probe, Truth::yes});
    DayDecision decision = decide(run_, state_.control, state_.reports, day, answers);
    const auto* verdict = std::get_if<DayVerdict>(&decision);
    if (verdict == nullptr) return day + 1;
    if (!verdict->session) return std::max(day + 1, verdict->next_day);
    const DayVerdict today = *verdict;
    const auto lines = session_of(run_, state_, today);
    advance(run_, state_, {day, CheckedIn{answers, {}}}, nullptr, {&today, {}});
    Told told;
    path_.push_back({day, today.session->id});
    advance(run_, state_, {day, missed(*today.session, lines)}, &told, {nullptr, lines});
    read(told);
    return day + 1;
  }

  static SessionDone missed(const SessionRef& session, const std::vector<TodayLine>& lines) {
    SessionDone done;
    done.session = session;
    for (const TodayLine& line : lines) {
      DoneLine& result = done.lines.emplace_back();
      result.line = line.nth;
      result.exercise = line.exercise;
      for (const AskedSet& asked : asked_sets(line)) {
        if (!asked.compulsory) continue;
        DoneSet& set = result.sets.emplace_back();
        set.of = measure_of(asked.group->target);
        set.amount = std::max(0, asked.least - kMissing);
        set.load = asked.load != nullptr && asked.load->low
                       ? *asked.load->low
                       : Load{Decimal::whole(kSomeLoad), MassUnit::kg};
      }
    }
    return done;
  }

  void read(const Told& told) {
    if (!told.inserted.empty()) cuts_.clear();
    for (const RuleActed& acted : told.rules) {
      const RuleClause& clause = run_.plan().rules[acted.rule].clauses[acted.clause];
      int& count = cuts_[{acted.call, acted.exercise ? acted.exercise->value : UINT32_MAX}];
      if (escalates(clause)) {
        count = 0;
        continue;
      }
      if (cuts(clause) && ++count > kMostCuts) report(acted, clause);
    }
  }

  void report(const RuleActed& acted, const RuleClause& clause) {
    const bool known = std::any_of(flaws_.begin(), flaws_.end(),
                                   [&](const Flaw& f) { return f.place == clause.source; });
    if (known) return;
    const std::string lift =
        acted.exercise ? run_.plan().exercises[*acted.exercise].name : "a lift";
    flaws_.push_back({clause.source,
                      "rule `" + run_.plan().rules[acted.rule].name + "` cuts " + lift +
                          " a third time, and nothing else changes",
                      path_});
  }

  const RunPlan& run_;
  std::size_t suspects_;
  State state_;
  const CheckIn all_good_;
  std::vector<PathDay> path_;
  std::map<std::pair<const RuleCall*, std::uint32_t>, int> cuts_;
  std::vector<Flaw> flaws_;
};

bool inserts_reduced_block(const Plan& plan) {
  const auto reduced = [&](const Action& action) {
    const auto* insert = std::get_if<InsertBlock>(&action);
    if (insert == nullptr) return false;
    const WeekKind kind = plan.blocks[insert->block].kind;
    return kind == WeekKind::deload || kind == WeekKind::test;
  };
  return any_action(plan, reduced);
}

}  // namespace

Stalls stalls_without_escalation(const RunPlan& run, Budget& budget) {
  std::size_t suspects = 0;
  for (const Rule& rule : run.plan().rules)
    for (const RuleClause& clause : rule.clauses) suspects += cuts(clause) && !escalates(clause);
  return suspects == 0 ? Stalls() : MissedRun(run, suspects).play(budget);
}

LoadingRun longest_loading_run(const PlanFacts& facts) {
  LoadingRun longest;
  longest.inserts = inserts_reduced_block(facts.plan);
  int now = 0;
  for (const Pass& pass : facts.passes) {
    now = is_loading(pass) ? now + 1 : 0;
    if (now <= longest.passes) continue;
    longest.passes = now;
    longest.place = facts.plan.blocks[pass.block].source;
  }
  return longest;
}

}  // namespace meso
