#include "compiler/verify/typical_run.h"

#include <algorithm>

#include "compiler/verify/ghost.h"
#include "compiler/verify/good_check_in.h"
#include "compiler/verify/played_plan.h"
#include "runtime/step/control.h"

namespace meso {
namespace {

constexpr int kMonday = 4;  // 1970-01-05
constexpr int kDaysAWeek = 7;

class Typical {
 public:
  Typical(const PlanFacts& facts, const RunPlan& run, const Bouts& bouts)
      : facts_(facts),
        run_(run),
        bouts_(bouts),
        control_(start_control(run)),
        ghost_(run.plan().level, EnvelopeMode::typical, run.edition()) {}

  TypicalRun play() {
    for (int day = kMonday; day < kMostDaysPlayed && !has_ended(); ++day) live(day);
    out_.finishes = has_ended();
    if (asked_) out_.stuck_at = asked_->id;
    return std::move(out_);
  }

 private:
  // A referral is an end that a plan may come to.
  bool has_ended() const { return control_.finished || is_referred_; }

  CheckIn answers(int day) const {
    CheckIn out = all_good(run_.plan());
    for (std::uint32_t g = 0; g < run_.plan().groups.size(); ++g) {
      const int sorest = ghost_.sorest(GroupId{g}, day);
      out[GroupId{g}] = static_cast<std::int8_t>(sorest);
      if (sorest >= run_.edition().functional_from) out.functional.fill(Truth::yes);
    }
    for (const SessionRef& ref : pending_sessions(run_, control_))
      if (const auto probe = run_.facts(ref.id).probe)
        out.strength.push_back({*probe, strong(ref.id, day) ? Truth::yes : Truth::no});
    return out;
  }

  bool strong(SessionId session, int day) const {
    bool weak = false;
    for_each_group(run_.facts(session).dates.trained,
                   [&](GroupId g) { weak = weak || ghost_.may_be_weak(g, day); });
    return !weak;
  }

  void live(int day) {
    arrive(run_, control_, day);
    const CheckIn said = answers(day);
    const DayDecision decision = decide(run_, control_, reports_, day, said);
    const auto* verdict = std::get_if<DayVerdict>(&decision);
    if (verdict == nullptr) return;
    is_referred_ = verdict->what == DayVerdict::What::refer;
    if (!verdict->head || verdict->what == DayVerdict::What::rest) return;
    // A head that is asked again has failed its first try.
    const bool again = asked_ == verdict->head;
    if (!again && stays_away(verdict->head->id, day)) return;
    reports_.add(day, said);
    asked_ = verdict->head;
    if (!verdict->session) return;
    ++out_.sessions;
    if (!again && *verdict->session == *verdict->head) ++out_.at_first_try;
    train(*verdict->session, day);
    if (*verdict->session == *asked_) asked_.reset();
  }

  // The first try is on a preferred day, where the session has any; else as the pace spreads the
  // week's sessions.
  bool stays_away(SessionId session, int day) const {
    const auto& preferred = run_.session(session).prefer;
    if (!preferred.empty())
      return std::find(preferred.begin(), preferred.end(), weekday_of(day)) == preferred.end();
    const Week& week = week_of(run_.plan(), control_.place);
    const int pace = pace_of(block_of(run_.plan(), control_.place), week).sessions;
    return last_day_ >= 0 && pace > 0 && day - last_day_ < kDaysAWeek / pace;
  }

  void train(const SessionRef& ref, int day) {
    const GroupSet trained = run_.facts(ref.id).dates.trained;
    const std::size_t pass = pass_of(facts_, control_.place).value_or(0);
    for_each_group(trained, [&](GroupId g) {
      if (const auto bout = bouts_.of(pass, static_cast<std::size_t>(ref.nth), g))
        ghost_.train(g, {day, ref.id, *bout});
    });
    if (last_day_ >= 0) out_.longest_wait = std::max(out_.longest_wait, day - last_day_);
    last_day_ = day;
    note_trained(run_, control_, ref, trained, day);
    consume(run_, control_, ref, {});
  }

  const PlanFacts& facts_;
  const RunPlan& run_;
  const Bouts& bouts_;
  Control control_;
  Reports reports_;
  Ghost ghost_;
  std::optional<SessionRef> asked_;  // the head that was asked for last and isn't done
  bool is_referred_ = false;
  int last_day_ = -1;
  TypicalRun out_;
};

}  // namespace

TypicalRun run_typically(const PlanFacts& facts, const RunPlan& run, const Bouts& bouts) {
  return Typical(facts, run, bouts).play();
}

}  // namespace meso
