#include "compiler/verify/bouts.h"

#include <algorithm>
#include <span>
#include <unordered_map>

#include "compiler/verify/actions.h"

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

bool may_be_inserted(const Plan& plan, BlockId block) {
  const auto inserts = [&](const Action& action) {
    const auto* insert = std::get_if<InsertBlock>(&action);
    return insert != nullptr && insert->block == block;
  };
  return any_action(plan, inserts);
}

}  // namespace

// Walks the passes once, all groups at a time.
class BoutWalk {
 public:
  BoutWalk(const PlanFacts& facts, Bouts& out)
      : facts_(facts),
        plan_(facts.plan),
        out_(out),
        doses_(plan_.groups.size()),
        least_(plan_.groups.size()),
        slow_(plan_.groups.size()),
        first_month_(first_month()) {
    for (const Exercise& exercise : plan_.exercises)
      history_.push_back(
          {exercise.familiar ? protection_familiar() : protection_new(), false, false, 0});
  }

  void run() {
    judge_insertions();
    for (std::uint32_t pass = 0; pass < facts_.passes.size(); ++pass) enter(pass);
  }

 private:
  // A block that a rule may insert can come when nothing is protected yet.
  void judge_insertions() {
    for (pass_ = 0; pass_ < facts_.passes.size(); ++pass_) {
      const Pass& pass = facts_.passes[pass_];
      const Week& week = facts_.week(pass);
      out_.classes_.emplace_back(week.sessions.size() * out_.groups_, std::int8_t{-1});
      if (!may_be_inserted(plan_, pass.block)) continue;
      for (std::size_t nth = 0; nth < week.sessions.size(); ++nth)
        judge(plan_.blocks[pass.block], week, nth);
    }
  }

  void enter(std::uint32_t pass) {
    pass_ = pass;
    const Pass& now = facts_.passes[pass];
    const Week& week = facts_.week(now);
    loading_ = is_loading(now);
    // Every loading pass has a column of its own, and is compared with the last few.
    if (loading_)
      for (std::vector<Decimal>& doses : doses_) doses.emplace_back();
    const Block& block = plan_.blocks[now.block];
    const bool varies = order_may_vary(plan_, block, week);
    const bool in_turn = !varies && !rotates(block, week);
    std::uint32_t done = 0;
    const std::uint32_t from = at_;
    if (!in_turn)
      for (std::size_t nth = 0; nth < week.sessions.size(); ++nth) judge(block, week, nth);
    for (; at_ < facts_.order.size() && facts_.order[at_].pass_index == pass; ++at_, ++done) {
      const QueueEntry& entry = facts_.order[at_];
      if (in_turn) judge(block, week, at_ - from);
      add_doses(facts_.doses(entry));
      if (!varies) protect(*entry.session);
    }
    if (varies) protect_sure(now, block, week, done);
  }

  // Sessions whose order is open: after n of them each has been done n / listed times, whichever
  // they were.
  void protect_sure(const Pass& pass, const Block& block, const Week& week, std::uint32_t done) {
    if (pass.number == 0 || !rotates(block, week)) rotated_ = 0;
    const auto listed = static_cast<std::uint32_t>(week.sessions.size());
    const std::uint32_t before = rotated_ / listed;
    rotated_ += done;
    for (std::uint32_t n = before; n < rotated_ / listed; ++n)
      for (const std::uint32_t session : week.sessions) protect(block.sessions[session]);
  }

  void judge(const Block& block, const Week& week, std::size_t nth) {
    const Session& session = block.sessions[week.sessions[nth]];
    const auto& doses = facts_.doses(facts_.passes[pass_].block, week.sessions[nth]);
    read_lifts(lifts_of_session(session), doses);
    for (const GroupDose& dose : doses) {
      if (!trains(dose, facts_.edition)) continue;
      std::int8_t& known = out_.classes_[pass_][nth * out_.groups_ + dose.group.value];
      known = std::max(known, static_cast<std::int8_t>(classify(bout_of(dose))));
    }
  }

  void add_doses(const std::vector<GroupDose>& doses) {
    if (!loading_) return;
    for (const GroupDose& dose : doses) {
      Decimal& most = doses_[dose.group.value].back();
      most = std::max(most, dose.dose);
    }
  }

  const std::vector<Lift>& lifts_of_session(const Session& session) {
    const auto [at, fresh] = lifts_.try_emplace(&session);
    if (fresh) at->second = lifts_of(plan_, session, facts_.edition);
    return at->second;
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
    const auto weeks = static_cast<int>(pass_ - known.last_pass);
    return weeks <= facts_.edition.baseline_passes
               ? known.protection
               : protection_after_weeks(known.protection, weeks);
  }

  void protect(const Session& session) {
    for (const Lift& lift : lifts_of_session(session)) protect(lift);
  }
  void protect(const Lift& lift) {
    LiftHistory& known = history_[lift.exercise.value];
    const Decimal before = protection_today(lift);
    known.protection =
        lift.starter ? protection_after_starter(before) : protection_after_bout(before);
    known.done = true;
    known.done_slow = known.done_slow || lift.slow;
    known.last_pass = pass_;
  }

  Bout bout_of(const GroupDose& dose) const {
    Bout bout;
    bout.dose = dose.dose;
    bout.least_rir = dose.least_rir;
    bout.hard_sets = dose.hard_sets;
    bout.least_protection = least_[dose.group.value];
    bout.accustomed = accustomed(dose.group);
    bout.first_eccentric = slow_[dose.group.value];
    bout.first_month = at_ < first_month_;
    bout.first_week_of_block = starts_loading(pass_);
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
  Bouts& out_;
  std::vector<std::vector<Decimal>> doses_;  // by group: the largest of each loading pass so far
  std::vector<Decimal> least_;               // by group, in this session
  std::vector<bool> slow_;
  std::vector<LiftHistory> history_;  // by exercise
  std::unordered_map<const Session*, std::vector<Lift>> lifts_;
  std::uint32_t first_month_;  // sessions of the order
  std::uint32_t pass_ = 0;     // into PlanFacts::passes
  std::uint32_t at_ = 0;       // into PlanFacts::order
  std::uint32_t rotated_ = 0;  // sessions of a block that rotates, so far
  bool loading_ = false;
};

bool order_may_vary(const Plan& plan, const Block& block, const Week& week) {
  const auto swaps = [&](const Session& session) {
    if (!session.gate) return false;
    const auto& clauses = plan.gates[*session.gate].clauses;
    return std::any_of(clauses.begin(), clauses.end(),
                       [](const GateClause& c) { return c.verdict == Verdict::swap; });
  };
  const auto may_be_overdue = [](const Session& session) {
    return std::any_of(session.waits.begin(), session.waits.end(),
                       [](const Wait& wait) { return wait.at_most_days.has_value(); });
  };
  return std::any_of(week.sessions.begin(), week.sessions.end(), [&](std::uint32_t index) {
    const Session& session = block.sessions[index];
    return swaps(session) || may_be_overdue(session);
  });
}

Bouts::Bouts(const PlanFacts& facts) : groups_(facts.plan.groups.size()) {
  BoutWalk(facts, *this).run();
}

std::optional<BoutClass> Bouts::of(std::size_t pass, std::size_t nth, GroupId group) const {
  const std::int8_t known = classes_[pass][nth * groups_ + group.value];
  return known < 0 ? std::nullopt : std::optional(static_cast<BoutClass>(known));
}

}  // namespace meso
