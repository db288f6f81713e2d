#include "runtime/step/run_plan.h"

#include <algorithm>

#include "runtime/dose.h"
#include "runtime/probe.h"

namespace meso {
namespace {

Change set_by(Changes what, Change::How how, Decimal value, Unit unit) {
  Change change;
  change.what = what;
  change.how = how;
  change.value = Quantity{value, value, unit};
  return change;
}

ReturnRamp usual_return(const UsualReturn& usual) {
  ReturnRamp ramp;
  ramp.after_days_off = usual.after_days_off;
  for (const ReturnWeek& week : usual.weeks)
    ramp.weeks.push_back({set_by(Changes::sets, Change::How::times, week.sets, Unit::percent),
                          set_by(Changes::load, Change::How::times, week.load, Unit::percent),
                          set_by(Changes::rir, Change::How::set_to, week.rir, Unit::none)});
  return ramp;
}

std::vector<ReturnRamp> returns_of(const Plan& plan, const Edition& edition) {
  std::vector<ReturnRamp> ramps = plan.returns;
  if (ramps.empty())
    for (const UsualReturn& usual : edition.usual_returns) ramps.push_back(usual_return(usual));
  std::sort(ramps.begin(), ramps.end(), [](const ReturnRamp& a, const ReturnRamp& b) {
    return a.after_days_off < b.after_days_off;
  });
  return ramps;
}

void add_scale(ReadSet& reads, Scale scale) {
  reads.scales = static_cast<std::uint8_t>(reads.scales | 1 << static_cast<int>(scale));
}

void add_soreness(ReadSet& reads, const Atom& atom) {
  if (atom.group)
    reads.groups |= group_bit(*atom.group);
  else
    (atom.anywhere ? reads.anywhere : reads.soreness) = true;
}

void add_atom(ReadSet& reads, const Atom& atom) {
  if (is_functional(atom.reads)) reads.functional = true;
  switch (atom.reads) {
    case Reads::soreness: return add_soreness(reads, atom);
    case Reads::energy: return add_scale(reads, Scale::energy);
    case Reads::sleep: return add_scale(reads, Scale::sleep);
    case Reads::stress: return add_scale(reads, Scale::stress);
    case Reads::mood: return add_scale(reads, Scale::mood);
    case Reads::strength_restored: reads.strength = true; return;
    case Reads::hrv: reads.hrv = true; return;
    case Reads::resting_heart_rate: reads.resting_heart_rate = true; return;
    case Reads::own_signal:
      if (atom.signal &&
          std::find(reads.own.begin(), reads.own.end(), *atom.signal) == reads.own.end())
        reads.own.push_back(*atom.signal);
      return;
    // How recovery went is told by what was reported.
    case Reads::never_sore:
    case Reads::recovered_early:
    case Reads::recovered_in_time:
    case Reads::still_sore:
    case Reads::sore_at_start: reads.soreness = true; return;
    default: return;
  }
}

template <class Clauses>
void add_clauses(ReadSet& reads, const Clauses& clauses) {
  for (const auto& clause : clauses)
    if (clause.condition)
      for (const Atom& atom : clause.condition->atoms) add_atom(reads, atom);
}

void add_calls(ReadSet& reads, const Plan& plan, const std::vector<RuleCall>& calls) {
  for (const RuleCall& call : calls) add_clauses(reads, plan.rules[call.rule].clauses);
}

ReadSet reads_of_block(const Plan& plan, const Block& block) {
  ReadSet reads;
  add_calls(reads, plan, plan.follows);
  add_calls(reads, plan, block.follows);
  for (const Session& session : block.sessions)
    for (const Line& line : session.lines) add_calls(reads, plan, line.rules);
  return reads;
}

void add_result_read(Reads what, ResultReads& reads) {
  switch (what) {
    case Reads::recovered_in_time:
    case Reads::still_sore: reads.in_time = true; return;
    case Reads::recovered_early: reads.early = true; return;
    case Reads::never_sore: reads.never_sore = true; return;
    case Reads::versus_last: reads.versus_last = true; return;
    case Reads::strength_restored: reads.strength = true; return;
    default: return;
  }
}

void add_result_reads(const Rule& rule, ResultReads& reads) {
  for (const RuleClause& clause : rule.clauses)
    if (clause.condition)
      for (const Atom& atom : clause.condition->atoms) add_result_read(atom.reads, reads);
}

int to_int(std::int64_t value) {
  return static_cast<int>(std::clamp<std::int64_t>(value, INT32_MIN, INT32_MAX));
}
std::int64_t ceiling(Decimal value) { return value.floor() + (value.is_whole() ? 0 : 1); }

// A gate has no parameters.
std::vector<std::vector<WholeBounds>> bounds_of_clauses(const Gate& gate) {
  std::vector<std::vector<WholeBounds>> bounds;
  for (const GateClause& clause : gate.clauses) {
    auto& of_clause = bounds.emplace_back();
    if (!clause.condition) continue;
    for (const Atom& atom : clause.condition->atoms)
      of_clause.push_back(
          whole_bounds(atom.compare, value_of(atom.low, {}), value_of(atom.high, {})));
  }
  return bounds;
}

std::vector<WindowedAtom> windows_of(const Rule& rule) {
  std::vector<WindowedAtom> windows;
  for (std::size_t c = 0; c < rule.clauses.size(); ++c) {
    if (!rule.clauses[c].condition) continue;
    const auto& atoms = rule.clauses[c].condition->atoms;
    for (std::size_t a = 0; a < atoms.size(); ++a)
      if (atoms[a].window) windows.push_back({c, a});
  }
  return windows;
}

std::vector<ClauseFacts> clauses_of(const Rule& rule, const std::vector<WindowedAtom>& windows) {
  std::vector<ClauseFacts> clauses;
  for (const RuleClause& clause : rule.clauses) {
    ClauseFacts& facts = clauses.emplace_back();
    if (!clause.condition) continue;
    const auto& atoms = clause.condition->atoms;
    facts.at_events =
        std::any_of(atoms.begin(), atoms.end(), [](const Atom& a) { return is_event(a.reads); });
    facts.windows.resize(atoms.size());
  }
  for (std::size_t w = 0; w < windows.size(); ++w)
    clauses[windows[w].clause].windows[windows[w].atom] = w;
  return clauses;
}

bool any_line_waits(const Plan& plan, const std::vector<bool>& waits) {
  const auto line_waits = [&](const Line& line) {
    return std::any_of(line.rules.begin(), line.rules.end(),
                       [&](const RuleCall& call) { return waits[call.rule.value]; });
  };
  for (const Block& block : plan.blocks)
    for (const Session& session : block.sessions)
      if (std::any_of(session.lines.begin(), session.lines.end(), line_waits)) return true;
  return false;
}

}  // namespace

WholeBounds whole_bounds(Compare compare, Decimal low, Decimal high) {
  switch (compare) {
    case Compare::holds: return {INT32_MIN, INT32_MAX};
    case Compare::less: return {INT32_MIN, to_int(ceiling(low) - 1)};
    case Compare::at_most: return {INT32_MIN, to_int(low.floor())};
    case Compare::equal: return {to_int(ceiling(low)), to_int(low.floor())};
    case Compare::at_least: return {to_int(ceiling(low)), INT32_MAX};
    case Compare::more: return {to_int(low.floor() + 1), INT32_MAX};
    case Compare::within: return {to_int(ceiling(low)), to_int(high.floor())};
  }
  return {1, 0};
}

RunPlan::RunPlan(const Plan& plan, const Edition& edition, const Athlete* athlete)
    : plan_(plan),
      edition_(edition),
      athlete_(athlete),
      names_(plan),
      returns_(returns_of(plan, edition)),
      states_(plan.progressions.size()) {
  for (const Gate& gate : plan.gates) {
    add_clauses(gate_reads_.emplace_back(), gate.clauses);
    gate_bounds_.push_back(bounds_of_clauses(gate));
  }
  for (std::size_t b = 0; b < plan.blocks.size(); ++b) {
    const BlockId id = plan.blocks.id_of(b);
    rule_reads_.push_back(reads_of_block(plan, plan.blocks[id]));
    auto& sessions = sessions_.emplace_back();
    for (std::uint32_t s = 0; s < plan.blocks[id].sessions.size(); ++s)
      sessions.push_back(session_facts({id, s}));
  }
  for (const Rule& rule : plan.rules) {
    add_result_reads(rule, result_reads_);
    windows_.push_back(windows_of(rule));
    clauses_.push_back(clauses_of(rule, windows_.back()));
    waits_for_events_.push_back(
        std::any_of(clauses_.back().begin(), clauses_.back().end(),
                    [](const ClauseFacts& clause) { return clause.at_events; }));
  }
  lines_wait_for_events_ = any_line_waits(plan, waits_for_events_);
  for (const Exercise& exercise : plan.exercises)
    steps_.push_back(load_step(plan, athlete, exercise));
}

SessionFacts RunPlan::session_facts(SessionId id) {
  const Session& session = plan_.blocks[id.block].sessions[id.index];
  SessionFacts facts;
  GroupSet primary = 0, trained = 0;
  const Decimal sets = session_sets(session, edition_);
  for (const GroupDose& dose : session_dose(plan_, session, edition_)) {
    const GroupSet bit = group_bit(dose.group);
    facts.touched |= bit;
    if (dose.primary) primary |= bit;
    if (trains(dose, edition_)) trained |= bit;
    if (!spares(dose, sets, edition_)) facts.burdened |= bit;
  }
  const Line* const probe = probe_of(plan_, session);
  if (probe != nullptr) facts.probe = probe->options.front();
  facts.asks_strength =
      rule_reads(id.block).strength || (session.gate && gate_reads(*session.gate).strength);
  facts.dates = session_dates(plan_, names_, session, primary, trained);
  for (const Line& line : session.lines) facts.lines.push_back(line_facts(id, line));
  return facts;
}

LineFacts RunPlan::line_facts(SessionId id, const Line& line) {
  LineFacts facts;
  facts.feeds = !line.progressions.empty();
  for (const ProgressionId progression : line.progressions)
    facts.states.push_back(StateId{progression.value});
  if (line.shares) facts.states.push_back(StateId{line.shares->value});
  if (facts.states.empty() && !line.options.empty()) {
    const std::string& name = plan_.blocks[id.block].sessions[id.index].name;
    facts.states.push_back(own_state(line.options.front(), names_.find(name).value_or(0)));
  }
  return facts;
}

StateId RunPlan::own_state(ExerciseId exercise, std::uint32_t session_name) {
  const std::pair key{exercise, session_name};
  const auto at = std::find(own_states_.begin(), own_states_.end(), key);
  const auto nth = static_cast<std::size_t>(at - own_states_.begin());
  if (at == own_states_.end()) {
    own_states_.push_back(key);
    ++states_;
  }
  return StateId{static_cast<std::uint32_t>(plan_.progressions.size() + nth)};
}

}  // namespace meso
