#include "compiler/verify/gate_properties.h"

#include <algorithm>
#include <set>

#include "base/text.h"
#include "compiler/verify/actions.h"
#include "compiler/verify/good_check_in.h"
#include "runtime/step/gate.h"

namespace meso {
namespace {

void check_total(const PlanFacts& facts, GateId id, std::vector<Flaw>& out) {
  const Gate& gate = facts.plan.gates[id];
  const ClauseTable& table = facts.gates[id.value];
  const std::string name = "gate `" + gate.name + "`";
  if (!table.uncovered.empty())
    out.push_back({gate.source,
                   name + " has no answer to some check-ins: " +
                       describe_check_in(facts.plan, table, table.uncovered.front()),
                   {}});
  for (std::size_t c = 0; c < gate.clauses.size(); ++c) {
    const GateClause& clause = gate.clauses[c];
    if (table.clauses[c].empty())
      out.push_back({clause.source, "no check-in reaches a clause of " + name, {}});
    if (releases(clause.verdict) && (!clause.condition || takes_unanswered(table, c)))
      out.push_back({clause.source, name + " trains an athlete who answered nothing", {}});
  }
}

template <class Visit>
void for_each_gated_session(const Plan& plan, Visit visit) {
  std::set<std::uint32_t> seen;  // a session stands in the plan once for each week that differs
  for_each_session(plan, [&](SessionId id) {
    const Session& session = plan.blocks[id.block].sessions[id.index];
    if (session.gate && seen.insert(session.source.value).second) visit(id, session);
  });
}

constexpr int kMornings = 60, kUsualReading = 50;

// Pulse and HRV as on every morning: both at their baseline.
Reports usual_mornings() {
  CheckIn morning;
  morning.hrv = morning.resting_heart_rate = Decimal::whole(kUsualReading);
  Reports reports;
  for (int day = 0; day < kMornings; ++day) reports.add(day, morning);
  return reports;
}

bool reads_days_off(const Gate& gate) {
  return std::any_of(gate.clauses.begin(), gate.clauses.end(), [](const GateClause& clause) {
    return clause.condition &&
           std::any_of(clause.condition->atoms.begin(), clause.condition->atoms.end(),
                       [](const Atom& atom) { return atom.reads == Reads::days_off; });
  });
}

// The verdict on a check-in with which nothing is wrong, so many days after the last session.
std::optional<Verdict> verdict_on_a_good_day(const RunPlan& run, const Reports& reports,
                                             SessionId id, std::optional<int> days_off) {
  const SessionFacts& facts = run.facts(id);
  CheckIn answers = all_good(run.plan());
  if (facts.probe) answers.strength.push_back({*facts.probe, Truth::yes});
  answers.hrv = answers.resting_heart_rate = Decimal::whole(kUsualReading);
  const Today today{run,           kMornings, answers,  reports,     facts.dates.trained,
                    facts.touched, 0,         days_off, facts.probe, true};
  const Gate& gate = run.plan().gates[*run.session(id).gate];
  const GateAnswer answer = ask_gate(today, gate);
  return answer.clause ? std::optional(gate.clauses[*answer.clause].verdict) : std::nullopt;
}

}  // namespace

std::vector<Flaw> gates_not_total(const PlanFacts& facts) {
  std::vector<Flaw> out;
  for (std::size_t g = 0; g < facts.plan.gates.size(); ++g)
    if (facts.gates[g].complete && !facts.plan.gates[facts.plan.gates.id_of(g)].clauses.empty())
      check_total(facts, facts.plan.gates.id_of(g), out);
  return out;
}

std::vector<Flaw> gates_releasing_the_sore(const PlanFacts& facts, const RunPlan& run) {
  std::vector<Flaw> out;
  for_each_gated_session(facts.plan, [&](SessionId id, const Session& session) {
    std::vector<std::string> groups;
    for_each_group(run.facts(id).dates.trained, [&](GroupId g) {
      if (!facts.guarded(session, g)) groups.emplace_back(facts.name(g));
    });
    if (!groups.empty())
      out.push_back({session.source,
                     "the gate of " + quoted(session.name) + " can release " + join_and(groups) +
                         " sore or unasked",
                     {}});
  });
  return out;
}

std::vector<Flaw> gates_holding_the_fresh(const PlanFacts& facts, const RunPlan& run) {
  constexpr int kMostDays = 60;
  const Reports reports = usual_mornings();
  std::vector<Flaw> out;
  for_each_gated_session(facts.plan, [&](SessionId id, const Session& session) {
    const int most = reads_days_off(facts.plan.gates[*session.gate]) ? kMostDays : 0;
    for (int days = 0; days <= most; ++days) {
      const auto verdict =
          verdict_on_a_good_day(run, reports, id, days == 0 ? std::nullopt : std::optional(days));
      if (verdict && releases(*verdict)) continue;
      out.push_back({session.source,
                     "the gate of " + quoted(session.name) + " holds a fresh athlete back" +
                         (days == 0 ? "" : ", " + counted(days, "day") + " after the last session"),
                     {}});
      return;
    }
  });
  return out;
}

}  // namespace meso
