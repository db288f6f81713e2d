#include "compiler/verify/replay_path.h"

#include <algorithm>

#include "base/text.h"
#include "compiler/verify/actions.h"
#include "compiler/verify/good_check_in.h"
#include "compiler/verify/set_results.h"

namespace meso {
namespace {

using What = DayVerdict::What;

constexpr int kBest = 5;
constexpr SetResults kResults = SetResults::all_beaten;  // those that lengthen waits the least

bool works_directly(const Exercise& exercise, GroupId group) {
  return std::any_of(exercise.muscles.begin(), exercise.muscles.end(), [&](const MuscleShare& m) {
    return m.group == group && m.share == Decimal::whole(1);
  });
}

// Check-ins that the envelope allows on one day, the plainest first.
class CheckIns {
 public:
  CheckIns(const RunPlan& run, const Ghost& ghost, int day, const PendingSessions& pending,
           const Budget& budget)
      : run_(run), ghost_(ghost), budget_(budget), day_(day) {
    for (const SessionRef& ref : pending) {
      const SessionFacts& facts = run.facts(ref.id);
      groups_ |= facts.touched;
      if (const auto gate = run.session(ref.id).gate)
        groups_ |= groups_named(run.plan().gates[*gate]);
      if (facts.probe) add_probe(facts);
    }
  }

  // The first that `takes` accepts.
  template <class Takes>
  std::optional<CheckIn> find(Takes takes) const {
    CheckIn answers = all_good(run_.plan());
    for (const Strengths& strengths : strengths_told())
      for (std::int8_t energy = kBest; energy > 0; --energy)
        for (const bool hurts : {false, true}) {
          if (budget_.is_spent()) return std::nullopt;
          set(answers, strengths, energy, hurts);
          if (const auto found = with_soreness(answers, takes)) return found;
        }
    return std::nullopt;
  }

 private:
  struct Probe {
    ExerciseId lift;
    bool may_be_strong = true, may_be_weak = false;
  };

  void add_probe(const SessionFacts& facts) {
    Probe probe{*facts.probe, true, false};
    const Exercise& lift = run_.plan().exercises[probe.lift];
    for_each_group(facts.dates.trained, [&](GroupId g) {
      if (works_directly(lift, g))
        probe.may_be_strong = probe.may_be_strong && ghost_.may_be_strong(g, day_);
      probe.may_be_weak = probe.may_be_weak || ghost_.may_be_weak(g, day_);
    });
    probes_.push_back(probe);
  }

  // All lifts the same, then each in turn against the others.
  using Strengths = std::vector<Truth>;
  std::vector<Strengths> strengths_told() const {
    const std::array<Truth, 3> truths{Truth::yes, Truth::no, Truth::unknown};
    std::vector<Strengths> out;
    for (const Truth all : truths) out.emplace_back(probes_.size(), all);
    for (std::size_t one = 0; one < probes_.size() && probes_.size() > 1; ++one)
      for (const Truth others : truths)
        for (const Truth own : truths) {
          if (own == others) continue;
          out.emplace_back(probes_.size(), others);
          out.back()[one] = own;
        }
    return out;
  }

  void set(CheckIn& answers, const Strengths& strengths, std::int8_t energy, bool hurts) const {
    answers[Scale::energy] = energy;
    answers.pains.clear();
    if (hurts) answers.pains.push_back({Pain::dull, ""});
    answers.strength.clear();
    for (std::size_t i = 0; i < probes_.size(); ++i) {
      const Probe& probe = probes_[i];
      Truth told = strengths[i];
      if (told == Truth::yes && !probe.may_be_strong) told = Truth::no;
      if (told == Truth::no && !probe.may_be_weak) told = Truth::yes;
      answers.strength.push_back({probe.lift, told});
    }
  }

  // Nobody sore, then one group after the other, then all of them.
  template <class Takes>
  std::optional<CheckIn> with_soreness(const CheckIn& good, Takes takes) const {
    if (takes(good)) return good;
    std::optional<CheckIn> found;
    const auto attempt = [&](GroupSet sore) {
      for (int level = 1; level <= 10 && !found; ++level)
        for (const Truth impairs : {Truth::no, Truth::yes}) {
          CheckIn answers = good;
          bool any = false;
          for_each_group(sore, [&](GroupId g) {
            const int most = std::min(level, ghost_.sorest(g, day_));
            any = any || most == level;
            answers[g] = static_cast<std::int8_t>(most);
          });
          if (!any) return;
          answers.functional.fill(level >= run_.edition().functional_from ? impairs : Truth::no);
          if (takes(answers)) found = answers;
        }
    };
    for_each_group(groups_, [&](GroupId g) {
      if (!found) attempt(group_bit(g));
    });
    if (!found) attempt(groups_);
    return found;
  }

  const RunPlan& run_;
  const Ghost& ghost_;
  const Budget& budget_;
  int day_;
  GroupSet groups_ = 0;
  std::vector<Probe> probes_;
};

class Replay {
 public:
  Replay(const PlanFacts& facts, const RunPlan& run, const Bouts& bouts, GroupId group,
         const Breach& breach, EnvelopeMode mode, Budget& budget)
      : facts_(facts),
        run_(run),
        bouts_(bouts),
        group_(group),
        breach_(breach),
        budget_(budget),
        lengthens_(may_lengthen_waits(run.plan())),
        state_(start_with_maxes(run)),
        ghost_(run.plan().level, mode, run.edition()) {}

  std::variant<LivedPath, Blocked> play() {
    for (const PathDay& day : breach_.path)
      if (auto blocked = live_late(day, &day == &breach_.path.back())) return *std::move(blocked);
    out_.bouts = ghost_.bouts(group_);
    const int last = out_.days.back().day;
    out_.body = {ghost_.sorest(group_, last), ghost_.may_be_weak(group_, last)};
    if (lengthens_) out_.results = text(kResults);
    return std::move(out_);
  }

 private:
  // Where rules have lengthened the waits, as many days later as that takes; so is all behind it.
  std::optional<Blocked> live_late(PathDay day, bool is_last) {
    day.day += late_;
    if (const int added = days_added_before(day); added > 0) {
      day.day += added;
      late_ += added;
    }
    return live(day, is_last);
  }

  int days_added_before(const PathDay& day) const {
    if (state_.control.gap_added == 0) return 0;
    const auto pending = pending_sessions(run_, state_.control);
    const auto ref = std::find_if(pending.begin(), pending.end(), [&](const SessionRef& session) {
      return session.id == day.session;
    });
    if (ref == pending.end()) return 0;
    const int date = date_of(day.day);
    return std::clamp(due_from(run_, state_.control, *ref, date) - date, 0,
                      state_.control.gap_added);
  }

  // Days before the plan's dates: a weekday is all that counts of them.
  int date_of(int day) const {
    constexpr int kMonday = 4;  // 1970-01-05
    return kMonday + static_cast<int>(breach_.first_weekday) + day;
  }

  std::optional<Blocked> live(const PathDay& path_day, bool is_last) {
    const int date = date_of(path_day.day);
    arrive(run_, state_.control, date);
    std::optional<DayVerdict> verdict;
    const auto takes = [&](const CheckIn& answers) {
      if (!budget_.spend(Budget::kDecision)) return false;
      const DayDecision decision = decide(run_, state_.control, state_.reports, date, answers);
      const auto* says = std::get_if<DayVerdict>(&decision);
      if (says == nullptr || !says->session || says->session->id != path_day.session) return false;
      if (is_last && !breaks(*says, path_day)) return false;
      verdict = *says;
      return true;
    };
    const auto pending = pending_sessions(run_, state_.control);
    const CheckIns all(run_, ghost_, path_day.day, pending, budget_);
    const auto answers = all.find(takes);
    if (!answers) return why_not(path_day, date);
    out_.days.push_back({path_day.day, path_day.session, *verdict, *answers});
    if (!is_last) train(path_day, *verdict, *answers, date);
    return std::nullopt;
  }

  Blocked why_not(const PathDay& path_day, int date) const {
    Blocked blocked{path_day.day, path_day.session, std::nullopt, "the plan has ended",
                    budget_.is_spent()};
    const auto decision = decide(run_, state_.control, state_.reports, date, all_good(run_.plan()));
    const auto* says = std::get_if<DayVerdict>(&decision);
    if (says == nullptr || !says->head) return blocked;
    blocked.head = says->head->id;
    const std::string& head = run_.session(says->head->id).name;
    blocked.why =
        says->what == What::rest ? quoted(head) + " isn't due" : quoted(head) + " is first";
    return blocked;
  }

  void train(const PathDay& path_day, const DayVerdict& verdict, const CheckIn& answers, int date) {
    const SessionRef& ref = *verdict.session;
    const GroupSet trained = run_.facts(ref.id).dates.trained;
    const std::size_t pass = pass_of(facts_, state_.control.place).value_or(0);
    for_each_group(trained, [&](GroupId g) {
      if (const auto bout = bouts_.of(pass, static_cast<std::size_t>(ref.nth), g))
        ghost_.train(g, {path_day.day, ref.id, *bout});
    });
    if (lengthens_) return log(verdict, answers, date);
    state_.reports.add(date, answers);
    note_trained(run_, state_.control, ref, trained, date);
    consume(run_, state_.control, ref, {});
  }

  // With all rules: the same as above, and they may lengthen waits.
  void log(const DayVerdict& verdict, const CheckIn& answers, int date) {
    const auto lines = session_of(run_, state_, verdict);
    advance(run_, state_, {date, CheckedIn{answers, {}}}, nullptr, {&verdict, {}});
    advance(run_, state_, {date, done_session(*verdict.session, lines, kResults)}, nullptr,
            {nullptr, lines});
  }

  // Is the property broken if this is done on that day?
  bool breaks(const DayVerdict& verdict, const PathDay& at) const {
    const Session& session = run_.session(at.session);
    const bool guarded = facts_.guarded(session, group_);
    const auto& bouts = ghost_.bouts(group_);
    if (bouts.empty()) return false;
    const auto any = [&](auto days_left) {
      return std::any_of(bouts.begin(), bouts.end(), [&](const GhostBout& b) {
        return at.day - b.day < days_left(ghost_.days_of(b));
      });
    };
    const RecoveryDays last = ghost_.days_of(bouts.back());
    switch (breach_.property) {
      case Property::gap_safe:
        return !guarded && (last.never_clear || any([](const RecoveryDays& d) { return d.clear; }));
      case Property::latent_safe: {
        const GateClause* clause = clause_of(session, verdict);
        return guarded && clause != nullptr && clause->verdict == Verdict::train &&
               !asks_strength(*clause) && at.day - bouts.back().day < last.latent;
      }
      case Property::recovers: {
        const GateClause* clause = clause_of(session, verdict);
        return (clause == nullptr || !asks_strength(*clause)) &&
               any([](const RecoveryDays& d) { return d.typical_gap; });
      }
      default: return false;  // the others have no path of gaps
    }
  }

  const GateClause* clause_of(const Session& session, const DayVerdict& verdict) const {
    const auto clause = verdict.what == What::swap ? verdict.own_clause : verdict.clause;
    if (!session.gate || !clause) return nullptr;
    return &run_.plan().gates[*session.gate].clauses[*clause];
  }

  const PlanFacts& facts_;
  const RunPlan& run_;
  const Bouts& bouts_;
  GroupId group_;
  const Breach& breach_;
  Budget& budget_;
  bool lengthens_;
  int late_ = 0;  // days behind the path
  State state_;
  Ghost ghost_;
  LivedPath out_;
};

}  // namespace

std::variant<LivedPath, Blocked> replay_path(const PlanFacts& facts, const RunPlan& run,
                                             const Bouts& bouts, GroupId group,
                                             const Breach& breach, EnvelopeMode mode,
                                             Budget& budget) {
  return Replay(facts, run, bouts, group, breach, mode, budget).play();
}

}  // namespace meso
