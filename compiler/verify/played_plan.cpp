#include "compiler/verify/played_plan.h"

#include <algorithm>

#include "base/text.h"
#include "compiler/verify/good_check_in.h"

namespace meso {
namespace {

constexpr int kMostDays = 1200;
constexpr std::uint64_t kDayPrice = 2 * Budget::kDecision;  // with all its lines and rules
constexpr int kMissing = 2;                                 // reps short of the target
constexpr int kBeating = 10;  // reps beyond it, where as many as possible are asked for
constexpr int kSpare = 5;     // reps left where every set is beaten
constexpr int kSomeMax = 100;
constexpr int kSomeLoad = 50;  // where the athlete finds it

int amount_of(const AskedSet& asked, SetResults results) {
  switch (results) {
    case SetResults::all_beaten:
      return std::max(asked.least, asked.most) + (asked.as_many ? kBeating : 0);
    case SetResults::all_done: return asked.least;
    case SetResults::all_missed: return std::max(0, asked.least - kMissing);
  }
  return 0;
}

DoneSet done_set(const AskedSet& asked, SetResults results) {
  DoneSet set;
  set.of = measure_of(asked.group->target);
  set.amount = amount_of(asked, results);
  set.load = asked.load != nullptr && asked.load->low
                 ? *asked.load->low
                 : Load{Decimal::whole(kSomeLoad), MassUnit::kg};
  if (results == SetResults::all_beaten) set.rir = Rir{Decimal::whole(kSpare)};
  return set;
}

SessionDone done_session(const SessionRef& session, const std::vector<TodayLine>& lines,
                         SetResults results) {
  SessionDone done;
  done.session = session;
  for (const TodayLine& line : lines) {
    DoneLine& result = done.lines.emplace_back();
    result.line = line.nth;
    result.exercise = line.exercise;
    for (const AskedSet& asked : asked_sets(line))
      if (asked.compulsory) result.sets.push_back(done_set(asked, results));
  }
  return done;
}

// Maxes that the plan asks for and states no default of: without one no rule could change it.
void give_maxes(const Plan& plan, References& references) {
  for (const Input& input : plan.inputs)
    if (input.exercise && !references.value(plan, input.kind, *input.exercise))
      references.set(input.kind, *input.exercise, {Decimal::whole(kSomeMax), plan.units});
}

class Player {
 public:
  Player(const RunPlan& run, const ResultsPolicy& policy,
         const std::function<bool(const PlayedSession&)>& seen)
      : run_(run),
        policy_(policy),
        seen_(seen),
        state_(start(run)),
        all_good_(all_good(run.plan())) {
    give_maxes(run.plan(), state_.progress.references);
  }

  bool play(Budget& budget) {
    for (int day = 0; day < kMostDays && !is_over();) {
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

std::string_view text(SetResults results) {
  switch (results) {
    case SetResults::all_beaten: return "every set beaten";
    case SetResults::all_done: return "every set done";
    case SetResults::all_missed: return "every set missed";
  }
  return "";
}

std::string text(const ResultsPolicy& policy) {
  const std::string first(text(policy.first));
  if (policy.passes == 0) return first;
  return first + " in " + counted(policy.passes, "week") + ", then " +
         std::string(text(policy.then));
}

bool play_plan(const RunPlan& run, const ResultsPolicy& policy, Budget& budget,
               const std::function<bool(const PlayedSession&)>& seen) {
  return Player(run, policy, seen).play(budget);
}

}  // namespace meso
