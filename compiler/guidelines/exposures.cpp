#include "compiler/guidelines/exposures.h"

#include <algorithm>
#include <optional>
#include <unordered_map>

namespace meso {
namespace {

// One lift of a session, all its lines together.
struct Lift {
  ExerciseId exercise;
  Decimal hard_sets;
  bool slow = false;            // eccentric emphasis
  bool starter = true;          // only a small dose of it
  std::vector<GroupId> groups;  // with at least one fractional set of it
};

// What is known of a lift before the next session.
struct LiftHistory {
  Decimal protection;
  bool done = false, done_slow = false;
  std::uint32_t last_pass = 0;
};

// A few sets far from failure protect a little and count as no real bout.
bool is_starter(const Line& line, const Edition& edition) {
  Decimal dose, least = Decimal::whole(10);
  int nth = 0;
  for (const SetGroup& group : line.stages.front().groups)
    for (int n = 0; n < group.sets.low; ++n) {
      const auto effort = effort_of(line, group, nth++, edition);
      if (!effort) return false;
      dose += effort_factor(effort->rir);
      least = std::min(least, effort->rir);
    }
  return nth > 0 && is_starter_dose(dose, least);
}

void add_line(std::vector<Lift>& lifts, const Line& line, const Exercise& exercise, ExerciseId id,
              const Edition& edition) {
  auto lift =
      std::find_if(lifts.begin(), lifts.end(), [&](const Lift& l) { return l.exercise == id; });
  const bool again = lift != lifts.end();
  if (!again) lift = lifts.insert(lifts.end(), Lift{id, {}, false, true, {}});
  lift->hard_sets += hard_sets(line, line.stages.front(), edition);
  lift->slow = lift->slow || exercise.eccentric ||
               (line.tempo && line.tempo->eccentric >= kEccentricSeconds);
  lift->starter = !again && is_starter(line, edition);
}

std::vector<Lift> lifts_of(const Plan& plan, const Session& session, const Edition& edition) {
  std::vector<Lift> lifts;
  for (const Line& line : session.lines) {
    if (line.stages.empty()) continue;
    for (const ExerciseId id :
         line.options)  // `any CLASS` is the athlete's choice, among lifts they know
      if (!plan.exercises[id].any_of_class) add_line(lifts, line, plan.exercises[id], id, edition);
  }
  for (Lift& lift : lifts)
    for (const MuscleShare& muscle : plan.exercises[lift.exercise].muscles)
      if (lift.hard_sets * muscle.share >= Decimal::whole(1)) lift.groups.push_back(muscle.group);
  return lifts;
}

// Walks the plain order once, all groups at a time.
class Walk {
 public:
  explicit Walk(const PlanFacts& facts)
      : facts_(facts),
        plan_(facts.plan),
        out_(plan_.groups.size()),
        doses_(plan_.groups.size()),
        least_(plan_.groups.size()),
        slow_(plan_.groups.size()),
        first_month_(first_month()) {
    for (const Exercise& exercise : plan_.exercises)
      history_.push_back(
          {exercise.familiar ? protection_familiar() : protection_new(), false, false, 0});
  }

  std::vector<std::vector<Exposure>> run() {
    for (std::uint32_t at = 0; at < facts_.order.size(); ++at) add(at);
    return std::move(out_);
  }

 private:
  void add(std::uint32_t at) {
    const QueueEntry& entry = facts_.order[at];
    enter_pass(entry.pass_index);
    const std::vector<Lift>& lifts = lifts_of_session(*entry.session);
    const std::vector<GroupDose>& doses = facts_.doses(entry);
    read_lifts(lifts, doses);
    for (const GroupDose& dose : doses) add_bout(at, dose);
    for (const Lift& lift : lifts) protect(lift);
  }

  const std::vector<Lift>& lifts_of_session(const Session& session) {
    const auto [at, fresh] = lifts_.try_emplace(&session);
    if (fresh) at->second = lifts_of(plan_, session, facts_.edition);
    return at->second;
  }

  // Every loading pass has a column of its own, and is compared with the last few.
  void enter_pass(std::uint32_t pass) {
    if (pass_ == pass) return;
    pass_ = pass;
    loading_ = is_loading(facts_.passes[pass]);
    if (!loading_) return;
    for (std::vector<Decimal>& doses : doses_) doses.emplace_back();
  }

  // The least protection among each group's lifts, and whether one of them is slow for the first
  // time.
  void read_lifts(const std::vector<Lift>& lifts, const std::vector<GroupDose>& doses) {
    for (const GroupDose& dose : doses) {
      least_[dose.group.value] = Decimal::whole(1);
      slow_[dose.group.value] = false;
    }
    for (const Lift& lift : lifts) {
      const Decimal protection = protection_today(lift);
      const LiftHistory& known = history_[lift.exercise.value];
      // A familiar lift is familiar as the plan first has it.
      const bool known_slow =
          known.done_slow || (plan_.exercises[lift.exercise].familiar && !known.done);
      for (const GroupId group : lift.groups) {
        least_[group.value] = std::min(least_[group.value], protection);
        slow_[group.value] = slow_[group.value] || (lift.slow && !known_slow);
      }
    }
  }

  // Protection lasts for the weeks in which a lift counts as familiar, then it fades.
  Decimal protection_today(const Lift& lift) const {
    const LiftHistory& known = history_[lift.exercise.value];
    const auto weeks = static_cast<int>(*pass_ - known.last_pass);
    return weeks <= facts_.edition.baseline_passes
               ? known.protection
               : protection_after_weeks(known.protection, weeks);
  }

  void protect(const Lift& lift) {
    LiftHistory& known = history_[lift.exercise.value];
    const Decimal before = protection_today(lift);
    known.protection =
        lift.starter ? protection_after_starter(before) : protection_after_bout(before);
    known.done = true;
    known.done_slow = known.done_slow || lift.slow;
    known.last_pass = *pass_;
  }

  void add_bout(std::uint32_t at, const GroupDose& dose) {
    const GroupId group = dose.group;
    const Bout bout = bout_of(at, dose);
    if (loading_) doses_[group.value].back() = std::max(doses_[group.value].back(), dose.dose);
    if (trains(dose, facts_.edition)) out_[group.value].push_back({at, &dose, classify(bout)});
  }

  Bout bout_of(std::uint32_t at, const GroupDose& dose) const {
    Bout bout;
    bout.dose = dose.dose;
    bout.least_rir = dose.least_rir;
    bout.hard_sets = dose.hard_sets;
    bout.least_protection = least_[dose.group.value];
    bout.accustomed = accustomed(dose.group);
    bout.first_eccentric = slow_[dose.group.value];
    bout.first_month = at < first_month_;
    bout.first_week_of_block = starts_loading(facts_.order[at].pass_index);
    return bout;
  }

  // The largest full dose of the last loading passes. Zero, nothing to compare with: familiar lifts
  // are accustomed to the first week's dose, and new ones are new whatever the dose.
  Decimal accustomed(GroupId group) const {
    const std::vector<Decimal>& doses = doses_[group.value];
    const std::size_t end = doses.size() - (loading_ ? 1 : 0);
    const auto kept = static_cast<std::size_t>(facts_.edition.baseline_passes);
    Decimal most;
    for (std::size_t i = end > kept ? end - kept : 0; i < end; ++i) most = std::max(most, doses[i]);
    return most;
  }

  bool starts_loading(std::uint32_t at) const {
    const Pass& pass = facts_.passes[at];
    if (!is_loading(pass)) return false;
    if (pass.kind == WeekKind::push || (pass.number == 0 && pass.run == 0)) return true;
    return at > 0 && facts_.passes[at - 1].kind == WeekKind::deload;
  }

  // Sessions of the order that fall into a novice's first month at the earliest. Who knows a lift
  // has trained before.
  std::uint32_t first_month() const {
    const bool knows = std::any_of(plan_.exercises.begin(), plan_.exercises.end(),
                                   [](const Exercise& e) { return e.familiar; });
    if (plan_.level != Level::novice || knows) return 0;
    QueueDates dates(plan_, facts_.edition, Weekday::mon);
    std::uint32_t sessions = 0;
    for (const QueueEntry& entry : facts_.order) {
      const int day = dates.earliest(entry);
      if (day >= facts_.edition.first_month_days) break;
      dates.done(entry, day);
      ++sessions;
    }
    return sessions;
  }

  const PlanFacts& facts_;
  const Plan& plan_;
  std::vector<std::vector<Exposure>> out_;
  std::vector<std::vector<Decimal>> doses_;  // by group: the largest of each loading pass so far
  std::vector<Decimal> least_;               // by group, in this session
  std::vector<bool> slow_;
  std::vector<LiftHistory> history_;  // by exercise
  std::unordered_map<const Session*, std::vector<Lift>> lifts_;
  std::uint32_t first_month_;          // sessions of the order
  std::optional<std::uint32_t> pass_;  // the session's, into PlanFacts::passes
  bool loading_ = false;
};

}  // namespace

std::vector<std::vector<Exposure>> exposures(const PlanFacts& facts) { return Walk(facts).run(); }

}  // namespace meso
