#include <algorithm>

#include "runtime/step/control.h"

namespace meso {
namespace {

using What = DayVerdict::What;

// One day's decision, on a copy of the queue that the day has arrived at.
class Day {
 public:
  Day(const RunPlan& run, const Control& control, const Reports& reports, int day,
      const CheckIn& answers)
      : run_(run), control_(control), reports_(reports), day_(day), answers_(answers) {}

  DayDecision decide() const {
    if (control_.referred || !answers_.red_flag.empty()) return only(What::refer);
    if (control_.finished) return only(What::finished);
    const auto pending = pending_sessions(run_, control_);
    const Head head = head_of(pending);
    const int due = due_from(run_, control_, head.session, day_);
    if (due > day_) return rest(head, due);
    return ask_head(head, pending);
  }

 private:
  struct Head {
    SessionRef session;
    bool overdue = false;
  };

  static DayVerdict only(What what) {
    DayVerdict verdict;
    verdict.what = what;
    return verdict;
  }

  DayVerdict rest(const Head& head, int due) const {
    DayVerdict verdict = only(What::rest);
    verdict.head = head.session;
    verdict.next_day = due;
    verdict.overdue = head.overdue;
    return verdict;
  }

  // The first pending one; of those that are overdue the one that waits longest.
  Head head_of(const PendingSessions& pending) const {
    SessionRef head = pending.front();
    std::optional<int> longest;
    for (const SessionRef& session : pending) {
      const auto from = overdue_from(control_.done, run_.facts(session.id).dates);
      if (!from || day_ < *from || (longest && *from >= *longest)) continue;
      head = session;
      longest = from;
    }
    return {head, longest.has_value()};
  }

  Today today(const SessionRef& session) const {
    return today_for(run_, control_, reports_, day_, answers_, session.id);
  }

  DayDecision ask_head(const Head& first, const PendingSessions& pending) const {
    const SessionRef& head = first.session;
    const Today now = today(head);
    const Session& session = run_.session(head.id);
    auto open = open_questions(now, session, control_.place.block);
    if (!open.empty()) return Ask{std::move(open), head, {}};
    DayVerdict verdict;
    verdict.head = head;
    verdict.overdue = first.overdue;
    if (!session.gate) return hurts() ? refused(verdict) : trained(verdict, head);
    const Gate& gate = run_.plan().gates[*session.gate];
    const GateAnswer answer = ask_gate(now, gate);
    if (answer.open) return probe(now, head, std::nullopt);
    verdict.clause = answer.clause;
    verdict.blocked = answer.blamed;
    // A gate that says nothing doesn't train: the compiler refuses it, a loaded plan might hold
    // one.
    const Verdict says = answer.clause ? gate.clauses[*answer.clause].verdict : Verdict::recover;
    if (hurts() && says != Verdict::recover) return refused(verdict);
    switch (says) {
      case Verdict::train: return trained(verdict, head);
      case Verdict::lighten:
        verdict.what = What::lighten;
        verdict.session = head;
        verdict.blocked = 0;
        verdict.changes = &gate.clauses[*answer.clause].changes;
        return verdict;
      case Verdict::swap: return swapped(verdict, head, pending);
      case Verdict::recover: break;
      case Verdict::refer: return refused(verdict);
    }
    verdict.what = What::recover;
    return verdict;
  }

  static DayDecision trained(DayVerdict verdict, const SessionRef& session) {
    verdict.what = What::train;
    verdict.session = session;
    verdict.blocked = 0;
    return verdict;
  }
  static DayDecision refused(DayVerdict verdict) {
    verdict.what = What::refer;
    return verdict;
  }

  // Sharp pain is never trained through, whatever the plan says or leaves unsaid.
  bool hurts() const {
    return std::any_of(answers_.pains.begin(), answers_.pains.end(),
                       [](const PainReport& p) { return p.pain == Pain::sharp; });
  }

  static DayDecision probe(const Today& now, const SessionRef& session,
                           std::optional<SessionRef> head) {
    Question q;
    q.about = Question::About::probe;
    q.exercise = now.probe.value_or(ExerciseId());
    return Ask{{q}, session, head};
  }

  // Of the same pass, due, sparing what is blocked, and released by its own gate.
  DayDecision swapped(DayVerdict verdict, const SessionRef& head,
                      const PendingSessions& pending) const {
    for (const SessionRef& other : pending) {
      const SessionFacts& facts = run_.facts(other.id);
      if (other == head || (facts.burdened & verdict.blocked) != 0 ||
          due_from(run_, control_, other, day_) > day_)
        continue;
      const Today now = today(other);
      const Session& session = run_.session(other.id);
      if (session.gate && !can_release(now, run_.plan().gates[*session.gate])) continue;
      auto open = open_questions(now, session, control_.place.block);
      if (!open.empty()) return Ask{std::move(open), other, head};
      if (!session.gate) return taken(verdict, other, std::nullopt);
      const Gate& gate = run_.plan().gates[*session.gate];
      const GateAnswer answer = ask_gate(now, gate);
      if (answer.open) return probe(now, other, head);
      if (!answer.clause) continue;
      const Verdict says = gate.clauses[*answer.clause].verdict;
      if (says == Verdict::lighten) verdict.changes = &gate.clauses[*answer.clause].changes;
      if (meso::releases(says)) return taken(verdict, other, answer.clause);
    }
    verdict.what = What::recover;
    return verdict;
  }

  static DayDecision taken(DayVerdict verdict, const SessionRef& other,
                           std::optional<std::size_t> clause) {
    verdict.what = What::swap;
    verdict.session = other;
    verdict.own_clause = clause;
    return verdict;
  }

  const RunPlan& run_;
  const Control& control_;
  const Reports& reports_;
  int day_;
  const CheckIn& answers_;
};

// Would the session have been trained on these answers? One without a gate always is; it counts as
// recovered where a gate would train by the edition's limit. Of the head the verdict tells.
bool releases(const RunPlan& run, const Control& control, const Reports& reports, int day,
              const CheckIn& answers, const SessionRef& ref, const DayVerdict* verdict) {
  const Session& session = run.session(ref.id);
  if (!session.gate)
    return worst_soreness(answers, run.facts(ref.id).dates.trained) <=
           run.edition().train_soreness_at_most;
  const Gate& gate = run.plan().gates[*session.gate];
  const auto clause =
      verdict != nullptr && verdict->head == ref && verdict->clause
          ? verdict->clause
          : ask_gate(today_for(run, control, reports, day, answers, ref.id), gate).clause;
  return clause && gate.clauses[*clause].verdict == Verdict::train;
}

}  // namespace

DayDecision decide(const RunPlan& run, const Control& control, const Reports& reports, int day,
                   const CheckIn& answers) {
  if (!comes_back(run, control, day)) return Day(run, control, reports, day, answers).decide();
  Control arrived = control;
  arrive(run, arrived, day);
  return Day(run, arrived, reports, day, answers).decide();
}

PendingSessions newly_asked(const RunPlan& run, const Control& control, int day,
                            const CheckIn& answers) {
  const PendingSessions pending = pending_sessions(run, control);
  std::uint64_t newly = 0;
  if (run.result_reads().readiness())
    for (const SessionRef& session : pending)
      if (control.readiness[static_cast<std::size_t>(session.nth)].first_asked == kNever &&
          worst_soreness(answers, run.facts(session.id).dates.trained) != CheckIn::kUnanswered &&
          due_from(run, control, session, day) <= day)
        newly |= std::uint64_t{1} << session.nth;
  return pending.only(newly);
}

void note_asked(const RunPlan& run, Control& control, const Reports& reports, int day,
                const CheckIn& answers, const PendingSessions& newly, const DayVerdict* verdict) {
  for (const SessionRef& session : newly) {
    Readiness& readiness = control.readiness[static_cast<std::size_t>(session.nth)];
    const GroupSet groups = run.facts(session.id).dates.trained;
    readiness.first_asked = day;
    readiness.trained_then = releases(run, control, reports, day, answers, session, verdict);
    readiness.fresh_before =
        run.result_reads().early &&
        reports.never_above(groups, run.edition().train_soreness_at_most, day - 1, day - 1) == true;
  }
}

}  // namespace meso
