#include "compiler/verify/facts.h"

#include <algorithm>

namespace meso {
namespace {

// Does the gate let this group be trained only after a report that clears it: for full work, and
// for reduced work?
bool guards(const Gate& gate, const ClauseTable& table, GroupId group, const Edition& edition) {
  if (!table.complete) return false;
  for (std::size_t c = 0; c < gate.clauses.size(); ++c) {
    const Verdict verdict = gate.clauses[c].verdict;
    if (verdict != Verdict::train && verdict != Verdict::lighten) continue;
    const int at_most = verdict == Verdict::train ? edition.train_soreness_at_most
                                                  : edition.lighten_soreness_at_most;
    if (!only_fresh(table, table.clauses[c], group, at_most, edition)) return false;
  }
  return true;
}

bool names_groups(const ClauseTable& table) {
  return std::any_of(table.variables.begin(), table.variables.end(),
                     [](const ClauseVariable& v) { return v.group.has_value(); });
}

}  // namespace

PlanFacts::PlanFacts(const Plan& the_plan, const Edition& the_edition)
    : plan(the_plan), edition(the_edition) {
  gates.reserve(plan.gates.size());
  for (const Gate& gate : plan.gates) {
    gates.push_back(gate_table(plan, gate, edition));
    add_guards(gate, gates.back());
  }
  for (std::size_t b = 0; b < plan.blocks.size(); ++b) add_block(plan.blocks.id_of(b));
}

// A gate that names no group says the same of all of them.
void PlanFacts::add_guards(const Gate& gate, const ClauseTable& table) {
  std::vector<bool>& by_group = guards_.emplace_back();
  if (plan.groups.empty()) return;
  by_group.assign(plan.groups.size(), guards(gate, table, GroupId{0}, edition));
  if (!names_groups(table)) return;
  for (std::uint32_t g = 1; g < plan.groups.size(); ++g)
    by_group[g] = guards(gate, table, GroupId{g}, edition);
}

void PlanFacts::add_block(BlockId id) {
  const Block& block = plan.blocks[id];
  auto& doses = doses_.emplace_back();
  doses.reserve(block.sessions.size());
  for (const Session& session : block.sessions)
    doses.push_back(session_dose(plan, session, edition));
  for (int run = 0; run < block.times; ++run) {
    std::uint32_t next = 0;
    for (std::size_t w = 0; w < block.weeks.size(); ++w) {
      if (block.weeks[w].sessions.empty()) continue;
      add_week(id, block.weeks[w], next);
      passes.push_back({id, run, static_cast<int>(w), block.weeks[w].kind});
    }
  }
}

// Sessions that rotate go on, at `next`, where the last week stopped.
void PlanFacts::add_week(BlockId id, const Week& week, std::uint32_t& next) {
  const Block& block = plan.blocks[id];
  const auto listed = static_cast<std::uint32_t>(week.sessions.size());
  const bool rotating = rotates(block, week);
  const auto count = rotating ? static_cast<std::uint32_t>(sessions_a_week(block, week)) : listed;
  if (!rotating) next = 0;
  for (std::uint32_t i = 0; i < count; ++i)
    order.push_back({&block, &block.sessions[week.sessions[next++ % listed]],
                     static_cast<std::uint32_t>(passes.size()), &week});
}

const std::vector<GroupDose>& PlanFacts::doses(const QueueEntry& entry) const {
  const std::vector<Session>& sessions = entry.block->sessions;
  return doses(passes[entry.pass_index].block,
               static_cast<std::uint32_t>(entry.session - sessions.data()));
}

bool PlanFacts::guarded(const Session& session, GroupId group) const {
  return session.gate && guards_[session.gate->value][group.value];
}

std::optional<std::size_t> pass_of(const PlanFacts& facts, const Place& place) {
  for (std::size_t p = 0; p < facts.passes.size(); ++p) {
    const Pass& pass = facts.passes[p];
    if (pass.block == place.block && pass.run == place.run && pass.number == place.week) return p;
  }
  return std::nullopt;
}

std::vector<int> preferred_days(const PlanFacts& facts) {
  std::vector<int> days;
  days.reserve(facts.order.size());
  QueueDates dates(facts.plan, facts.edition, Weekday::mon);
  for (const QueueEntry& entry : facts.order) {
    days.push_back(dates.preferred(entry));
    dates.done(entry, days.back());
  }
  return days;
}

std::vector<PassEntries> entries_by_pass(const PlanFacts& facts) {
  std::vector<PassEntries> out(facts.passes.size());
  for (std::size_t i = 0; i < facts.order.size(); ++i) {
    PassEntries& entries = out[facts.order[i].pass_index];
    if (entries.to == 0) entries.from = i;
    entries.to = i + 1;
  }
  return out;
}

}  // namespace meso
