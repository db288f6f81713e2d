#include "runtime/report/lifted.h"

#include <algorithm>

#include "base/text.h"
#include "runtime/dose.h"
#include "runtime/reference.h"
#include "runtime/step/outcome.h"

namespace meso {
namespace {

constexpr ReferenceKind kBody{ReferenceKind::Of::bodyweight, 1};

// The bodyweight of a day: the last one that was logged by then, else the athlete file's.
class Bodyweight {
 public:
  Bodyweight(const RunPlan& run, const History& history) : run_(run), readings_(history.readings) {
    if (const auto load = reference_value(run.plan(), run.athlete(), kBody, ExerciseId()))
      now_ = load->amount;
  }
  // Days must rise.
  std::optional<Decimal> on(int day) {
    for (; next_ < readings_.size() && readings_[next_].day <= day; ++next_) {
      const LoggedReading& r = readings_[next_];
      const auto unit = unit_from(r.unit);
      if (r.what != "bodyweight" || !unit || !is_mass(*unit)) continue;
      const MassUnit mass = *unit == Unit::kg ? MassUnit::kg : MassUnit::lb;
      now_ = to_unit({r.value, mass}, run_.plan().units).amount;
    }
    return now_;
  }

 private:
  const RunPlan& run_;
  const std::vector<LoggedReading>& readings_;
  std::size_t next_ = 0;
  std::optional<Decimal> now_;
};

const TodayLine* asked_line(const LoggedSession& logged, const DoneLine& done) {
  if (!done.line || *done.line >= logged.asked.size()) return nullptr;
  return &logged.asked[*done.line];
}

const AskedSet* nth(const std::vector<AskedSet>& asked, std::size_t n) {
  return asked.empty() ? nullptr : &asked[std::min(n, asked.size() - 1)];
}

// What reserve() takes for it where nothing is logged.
bool has_planned_reserve(const AskedSet* asked, const DoneSet& done) {
  if (asked == nullptr || done.rir || done.of != DoneSet::Of::reps) return false;
  return asked->group->effort || asked->as_many;
}

class Lifting {
 public:
  Lifting(const RunPlan& run, std::optional<Decimal> bodyweight)
      : run_(run), bodyweight_(bodyweight) {}

  LiftedLine line(const LoggedSession& logged, const DoneLine& done) const {
    const TodayLine* today = asked_line(logged, done);
    const std::vector<AskedSet> asked = today ? asked_sets(*today) : std::vector<AskedSet>();
    LiftedLine out;
    out.exercise = done.exercise;
    for (std::size_t n = 0; n < done.sets.size(); ++n)
      if (done.sets[n].amount > 0)
        out.sets.push_back(set(today, nth(asked, n), static_cast<int>(n), done));
    return out;
  }

 private:
  LiftedSet set(const TodayLine* today, const AskedSet* asked, int n, const DoneLine& line) const {
    const DoneSet& done = line.sets[static_cast<std::size_t>(n)];
    LiftedSet out;
    out.of = done.of;
    out.amount = done.amount;
    // Another exercise has another load; its effort is the plan's.
    add_load(out, line.substituted ? nullptr : asked, done);
    out.reserve = reserve(run_.edition(), asked, done);
    out.reserve_logged = done.rir.has_value();
    out.reserve_planned = has_planned_reserve(asked, done);
    out.hard = hard(today, asked, n, done);
    return out;
  }

  void add_load(LiftedSet& out, const AskedSet* asked, const DoneSet& done) const {
    const PlannedLoad* planned = asked == nullptr ? nullptr : asked->load;
    out.bodyweight = done.bodyweight || (!done.load && planned != nullptr &&
                                         planned->state == PlannedLoad::State::bodyweight);
    const MassUnit unit = run_.plan().units;
    if (done.load)
      out.load = to_unit(*done.load, unit).amount;
    else if (!done.bodyweight && planned != nullptr && planned->low)
      out.load = to_unit(*planned->low, unit).amount;
    if (!out.bodyweight)
      out.moved = out.load;
    else if (bodyweight_)
      out.moved = *bodyweight_ + out.load.value_or(Decimal());
  }

  // As dose.h counts what is planned: a set of which nothing is known counts as a hard one.
  Decimal hard(const TodayLine* today, const AskedSet* asked, int n, const DoneSet& done) const {
    std::optional<Decimal> rir;
    if (done.rir) {
      rir = done.rir->value;
    } else if (today != nullptr && asked != nullptr) {
      if (const auto effort = effort_of(*today->line, *asked->group, n, run_.edition()))
        rir = effort->rir;
    }
    return rir ? counted_as(*rir, run_.edition()) : Decimal::whole(1);
  }

  const RunPlan& run_;
  std::optional<Decimal> bodyweight_;
};

bool is_made(const DoneLine& line, const AskedSet& asked, const DoneSet& done) {
  return line.substituted ? done.amount >= asked.least : made_as_asked(asked, done);
}

// An optional exercise counts only where it was done.
void count_asked(LiftedSession& out, const TodayLine& today, const DoneLine* done) {
  const bool any = done != nullptr && !done->sets.empty();
  if (today.line->optional && !any) return;
  const std::vector<AskedSet> asked = asked_sets(today);
  for (std::size_t n = 0; n < asked.size(); ++n) {
    const bool is_there = any && n < done->sets.size();
    if (!asked[n].compulsory && !is_there) continue;
    ++out.sets_asked;
    if (is_there && is_made(*done, asked[n], done->sets[n])) ++out.sets_made;
  }
}

void count_all_asked(LiftedSession& out) {
  std::vector<const DoneLine*> by_line(out.logged->asked.size(), nullptr);
  for (const DoneLine& done : out.logged->done)
    if (done.line && *done.line < by_line.size()) by_line[*done.line] = &done;
  for (std::size_t n = 0; n < by_line.size(); ++n)
    count_asked(out, out.logged->asked[n], by_line[n]);
}

bool is_test_week(const Plan& plan, const LoggedSession& logged) {
  const Block& block = plan.blocks[logged.session->block];
  const auto week = static_cast<std::size_t>(std::max(logged.week, 0));
  if (week >= block.weeks.size()) return false;
  const WeekKind kind = block.weeks[week].kind;
  return (kind == WeekKind::loading ? block.kind : kind) == WeekKind::test;
}

bool counts(const Plan& plan, const LoggedSession& logged) {
  if (logged.told.exposure) return true;
  return logged.session && !logged.lightened && !logged.broken_off && is_test_week(plan, logged);
}

}  // namespace

std::vector<LiftedSession> lifted_sessions(const RunPlan& run, const History& history) {
  std::vector<LiftedSession> out;
  out.reserve(history.sessions.size());
  Bodyweight bodyweight(run, history);
  for (const LoggedSession& logged : history.sessions) {
    const Lifting lifting(run, bodyweight.on(logged.day));
    LiftedSession session;
    session.logged = &logged;
    session.counts = counts(run.plan(), logged);
    for (const DoneLine& done : logged.done) {
      if (run.plan().exercises[done.exercise].muscles.empty()) continue;  // a walk is no lift
      LiftedLine line = lifting.line(logged, done);
      if (!line.sets.empty()) session.lines.push_back(std::move(line));
    }
    count_all_asked(session);
    out.push_back(std::move(session));
  }
  return out;
}

std::optional<EstimatedMax> estimated_max(const LiftedSet& set) {
  const Decimal reps = Decimal::whole(set.amount) + set.reserve;
  if (set.of != DoneSet::Of::reps || !set.moved || *set.moved <= Decimal() ||
      reps > Decimal::whole(kMostReps))
    return std::nullopt;
  return EstimatedMax{estimated_max(*set.moved, reps), reps > Decimal::whole(kCertainReps)};
}

}  // namespace meso
