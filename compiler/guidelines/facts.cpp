#include "compiler/guidelines/facts.h"

#include <algorithm>

namespace meso {
namespace {

// Of `week`, the session that the queue holds at this place: rotating sessions go on where the last
// week stopped.
std::uint32_t rotating(const Week& week, std::uint32_t place) {
  return week.sessions[place % week.sessions.size()];
}

// What one group has been through so far, walking the plain order.
struct GroupHistory {
  std::vector<Decimal> full_doses;   // largest of each of the last passes, newest last
  std::uint32_t pass = 0;
  Decimal in_pass;

  Decimal accustomed() const {
    Decimal most;
    for (const Decimal d : full_doses) most = std::max(most, d);
    return most;
  }
  void enter_pass(std::uint32_t index, std::size_t kept) {
    if (index == pass) return;
    if (in_pass > Decimal()) full_doses.push_back(in_pass);
    if (full_doses.size() > kept) full_doses.erase(full_doses.begin());
    in_pass = Decimal();
    pass = index;
  }
};

constexpr std::size_t kAccustomedPasses = 4;
constexpr int kFirstMonthDays = 28;

}  // namespace

PlanFacts::PlanFacts(const Plan& the_plan, const Edition& the_edition) : plan(the_plan), edition(the_edition) {
  gates.reserve(plan.gates.size());
  for (const Gate& gate : plan.gates) gates.push_back(gate_table(plan, gate, edition));
  for (std::size_t b = 0; b < plan.blocks.size(); ++b) add_block(plan.blocks.id_of(b));
}

void PlanFacts::add_block(BlockId id) {
  const Block& block = plan.blocks[id];
  auto& doses = doses_.emplace_back();
  for (const Session& session : block.sessions) doses.push_back(session_dose(plan, session, edition));
  for (int run = 0; run < block.times; ++run) {
    std::uint32_t rotation = 0;
    for (int number = 0; number < static_cast<int>(block.weeks.size()); ++number) {
      const Week& week = block.weeks[static_cast<std::size_t>(number)];
      if (week.sessions.empty()) continue;
      Pass pass{id, run, number, week.kind, week.sessions};
      const auto pass_index = static_cast<std::uint32_t>(passes.size());
      const auto count = rotates(block, week) ? static_cast<std::uint32_t>(sessions_a_week(block, week))
                                              : static_cast<std::uint32_t>(week.sessions.size());
      for (std::uint32_t i = 0; i < count; ++i) {
        const std::uint32_t session = rotates(block, week) ? rotating(week, rotation++) : week.sessions[i];
        order.push_back({&block, &block.sessions[session], pass_index, &week});
        pass_of_.push_back(pass_index);
      }
      passes.push_back(std::move(pass));
    }
  }
}

const std::vector<GroupDose>& PlanFacts::doses(const Session& session) const {
  for (std::size_t b = 0; b < plan.blocks.size(); ++b) {
    const std::vector<Session>& sessions = plan.blocks[plan.blocks.id_of(b)].sessions;
    if (!sessions.empty() && &session >= sessions.data() && &session < sessions.data() + sessions.size())
      return doses_[b][static_cast<std::size_t>(&session - sessions.data())];
  }
  static const std::vector<GroupDose> kNone;
  return kNone;
}

std::vector<Exposure> PlanFacts::exposures(GroupId group) const {
  std::vector<Exposure> out;
  GroupHistory history;
  std::vector<Decimal> protection(plan.exercises.size(), protection_new());
  std::vector<std::uint8_t> done(plan.exercises.size(), 0);
  for (std::size_t e = 0; e < plan.exercises.size(); ++e)
    if (plan.exercises[plan.exercises.id_of(e)].familiar) protection[e] = protection_familiar();
  for (std::uint32_t at = 0; at < order.size(); ++at) {
    const QueueEntry& entry = order[at];
    const Pass& pass = passes[entry.pass_index];
    const std::vector<GroupDose>& session_doses = doses(*entry.session);
    const auto found = std::find_if(session_doses.begin(), session_doses.end(), [&](const GroupDose& d) { return d.group == group; });
    history.enter_pass(entry.pass_index, kAccustomedPasses);
    if (found == session_doses.end()) continue;
    Bout bout;
    bout.dose = found->dose;
    bout.least_rir = found->least_rir;
    bout.hard_sets = found->hard_sets;
    bout.accustomed = history.accustomed();
    bout.least_protection = Decimal::whole(1);
    bool novel_eccentric = false;
    for (const Line& line : entry.session->lines)
      for (const ExerciseId id : line.options) {
        const Exercise& exercise = plan.exercises[id];
        const bool touches = std::any_of(exercise.muscles.begin(), exercise.muscles.end(), [&](const MuscleShare& m) { return m.group == group; });
        if (!touches || exercise.any_of_class) continue;
        bout.least_protection = std::min(bout.least_protection, protection[id.value]);
        const bool slow = line.tempo && line.tempo->eccentric >= 4;
        novel_eccentric = novel_eccentric || (slow && done[id.value] == 0);
        protection[id.value] = protection_after_bout(protection[id.value]);
        done[id.value] = 1;
      }
    const bool loading = pass.kind == WeekKind::loading || pass.kind == WeekKind::push;
    // Familiar lifts are accustomed to week 1's dose.
    if (bout.accustomed == Decimal() && bout.least_protection >= protection_familiar()) bout.accustomed = bout.dose;
    bout.first_eccentric = novel_eccentric;
    bout.first_month = plan.level == Level::novice && entry.pass_index * 7 < kFirstMonthDays && bout.least_protection < protection_familiar();
    bout.first_week_of_block = loading && (pass.kind == WeekKind::push || (pass.number == 0 && pass.run == 0) ||
                                           (entry.pass_index > 0 && passes[entry.pass_index - 1].kind == WeekKind::deload));
    if (loading) history.in_pass = std::max(history.in_pass, found->dose);
    if (!trains(*found, edition)) continue;
    out.push_back({at, &*found, classify(bout)});
  }
  return out;
}

bool PlanFacts::guarded(const Session& session, GroupId group) const {
  if (!session.gate) return false;
  const Gate& gate = plan.gates[*session.gate];
  const ClauseTable& table = gates[session.gate->value];
  if (!table.complete) return false;
  for (std::size_t c = 0; c < gate.clauses.size(); ++c) {
    const Verdict verdict = gate.clauses[c].verdict;
    if (verdict == Verdict::train && !bounds_soreness(table, table.clauses[c], group, edition.train_soreness_at_most)) return false;
    if (verdict == Verdict::lighten && !bounds_soreness(table, table.clauses[c], group, edition.lighten_soreness_at_most)) return false;
  }
  return true;
}

}  // namespace meso
