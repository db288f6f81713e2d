#include "compiler/verify/lasting_soreness.h"

#include <algorithm>
#include <variant>

#include "compiler/verify/good_check_in.h"
#include "runtime/step/gate.h"

namespace meso {
namespace {

constexpr int kBaselineMornings = 60, kUsualReading = 50;

// Mornings that it takes to tell: those that were sore and one more, or HRV's and pulse's baseline.
int mornings(const ReadSet& reads, int sore_days) {
  return reads.hrv || reads.resting_heart_rate ? kBaselineMornings : sore_days + 1;
}

CheckIn good_morning(const Plan& plan) {
  CheckIn answers = all_good(plan);
  answers.hrv = answers.resting_heart_rate = Decimal::whole(kUsualReading);
  return answers;
}

}  // namespace

const GateClause* clause_for(const RunPlan& run, SessionId id, const LastingSoreness& soreness) {
  const SessionFacts& facts = run.facts(id);
  const CheckIn fresh = good_morning(run.plan());
  CheckIn sore = fresh;
  for_each_group(facts.dates.trained,
                 [&](GroupId group) { sore[group] = static_cast<std::int8_t>(soreness.report); });
  const GateId gate_id = *run.session(id).gate;
  const int today_is = mornings(run.gate_reads(gate_id), soreness.days);
  Reports reports;
  for (int day = 0; day < today_is; ++day)
    reports.add(day, day < today_is - soreness.days ? fresh : sore);
  if (facts.probe) sore.strength.push_back({*facts.probe, Truth::yes});
  const Today today{run,
                    today_is,
                    sore,
                    reports,
                    facts.dates.trained,
                    facts.touched,
                    worst_soreness(sore, facts.dates.trained),
                    soreness.days,
                    facts.probe,
                    true};
  const Gate& gate = run.plan().gates[gate_id];
  const GateAnswer answer = ask_gate(today, gate);
  return answer.clause ? &gate.clauses[*answer.clause] : nullptr;
}

Decimal sets_left(const Session& session, const GateClause& clause) {
  Decimal before, after;
  for (const Line& line : session.lines) {
    if (line.stages.empty()) continue;
    const Decimal written = Decimal::whole(planned_sets(line.stages.front()));
    Decimal sets = written;
    for (const Change& change : clause.changes) {
      const auto* value = std::get_if<Quantity>(&change.value);
      if (change.what != Changes::sets || value == nullptr) continue;
      switch (change.how) {
        case Change::How::add: sets += value->high; break;
        case Change::How::subtract: sets = std::max(Decimal(), sets - value->low); break;
        case Change::How::times: sets = percent_of(value->high, sets); break;
        case Change::How::set_to: sets = value->high; break;
      }
    }
    before += written;
    after += sets;
  }
  return before > Decimal() ? after * Decimal::whole(100) / before : Decimal();
}

}  // namespace meso
