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
constexpr int kMostCuts = 2;   // the third has to be something else
constexpr int kMissing = 2;    // reps short of the target
constexpr int kSomeLoad = 50;  // where the athlete finds it

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

class MissedRun {
 public:
  explicit MissedRun(const RunPlan& run) : run_(run), state_(start(run)) {}

  std::vector<Flaw> play() {
    for (int day = 0; day < kMostDays && !state_.control.finished; ++day) live(day);
    return std::move(flaws_);
  }

 private:
  void live(int day) {
    CheckIn answers = all_good(run_.plan());
    for (const SessionRef& ref : pending_sessions(run_, state_.control))
      if (const auto probe = run_.facts(ref.id).probe)
        answers.strength.push_back({*probe, Truth::yes});
    DayDecision decision = decide(run_, state_.control, state_.reports, day, answers);
    const auto* verdict = std::get_if<DayVerdict>(&decision);
    if (verdict == nullptr || !verdict->session) return;
    const DayVerdict today = *verdict;
    const auto lines = session_of(run_, state_, today);
    advance(run_, state_, {day, CheckedIn{answers, {}}}, nullptr, {&today, {}});
    Told told;
    path_.push_back({day, today.session->id});
    advance(run_, state_, {day, missed(*today.session, lines)}, &told, {nullptr, lines});
    read(told);
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
      if (std::any_of(clause.actions.begin(), clause.actions.end(), escalates)) {
        count = 0;
        continue;
      }
      const bool cut =
          std::any_of(clause.actions.begin(), clause.actions.end(), [](const Action& a) {
            const auto* change = std::get_if<Change>(&a);
            return change != nullptr && cuts(*change);
          });
      if (cut && ++count > kMostCuts) report(acted, clause);
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
  State state_;
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

std::vector<Flaw> stalls_without_escalation(const RunPlan& run) { return MissedRun(run).play(); }

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
