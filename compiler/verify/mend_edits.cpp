#include "compiler/verify/mend_edits.h"

#include <algorithm>

#include "base/text.h"

namespace meso {
namespace {

std::string code(const std::string& text) { return "`" + text + "`"; }

std::string after_text(const WaitAfter& after) {
  if (const auto* session = std::get_if<Wait::AfterSession>(&after))
    return " after " + quoted(session->session);
  return std::holds_alternative<Wait::LastSession>(after) ? " after last session" : "";
}

bool same(const WaitAfter& a, const WaitAfter& b) {
  if (a.index() != b.index()) return false;
  const auto* session = std::get_if<Wait::AfterSession>(&a);
  return session == nullptr || session->session == std::get<Wait::AfterSession>(b).session;
}

// The session's wait for this and nothing else.
template <class Session>
auto wait_for(Session& session, const WaitAfter& after) {
  return std::find_if(session.waits.begin(), session.waits.end(), [&](const Wait& wait) {
    return wait.after.size() == 1 && same(wait.after.front(), after);
  });
}

template <class Change>
void at_source(Plan& plan, SourceId source, Change change) {
  for (Block& block : plan.blocks)
    for (Session& session : block.sessions)
      if (session.source == source) change(session);
}

GateId gate_in(Plan& plan, const Gate& gate) {
  for (std::size_t g = 0; g < plan.gates.size(); ++g)
    if (plan.gates[plan.gates.id_of(g)].name == gate.name) return plan.gates.id_of(g);
  return plan.gates.add(gate);
}

Atom soreness_at_most(int report) {
  Atom atom;
  atom.reads = Reads::soreness;
  atom.compare = Compare::at_most;
  atom.low = Decimal::whole(report);
  return atom;
}

Atom not_impaired() {
  Atom atom;
  atom.reads = Reads::soreness_impairs;
  atom.negated = true;
  return atom;
}

Atom strength_is_back() {
  Atom atom;
  atom.reads = Reads::strength_restored;
  return atom;
}

bool joins_with_or(const GateClause& clause) {
  return clause.condition && clause.condition->any && clause.condition->atoms.size() > 1;
}

// What was decided by `otherwise` and isn't any more, the athlete recovers on.
void ask_for(Gate& gate, std::size_t clause, const std::vector<Atom>& atoms) {
  GateClause& asked = gate.clauses[clause];
  const bool decided_all = !asked.condition.has_value();
  if (decided_all) asked.condition.emplace();
  asked.condition->any = false;
  for (const Atom& atom : atoms) asked.condition->atoms.push_back(atom);
  if (decided_all) gate.clauses.emplace_back();
}

// "`train` and `lighten`": the verdicts of the clauses, each once.
std::string verdicts_text(const Gate& gate, const Clauses& clauses) {
  std::vector<std::string> verdicts;
  for (const std::size_t c : clauses)
    add_once(verdicts, code(std::string(text(gate.clauses[c].verdict))));
  return join_and(verdicts);
}

bool any_joins_with_or(const Gate& gate, const Clauses& clauses) {
  return std::any_of(clauses.begin(), clauses.end(),
                     [&](std::size_t c) { return joins_with_or(gate.clauses[c]); });
}

}  // namespace

int waits_already(const Session& session, const WaitAfter& after) {
  const auto wait = wait_for(session, after);
  return wait == session.waits.end() ? 0 : wait->at_least_days.value_or(0);
}

bool must_come_before(const Session& session, const WaitAfter& after, int days) {
  const auto wait = wait_for(session, after);
  return wait != session.waits.end() && wait->at_most_days && *wait->at_most_days < days;
}

Edit wait_edit(const Session& session, const WaitAfter& after, int days) {
  const std::string words = "at least " + counted(days, "day") + after_text(after);
  const int already = waits_already(session, after);
  const std::string before = already > 0 ? ", not " + std::to_string(already) : "";
  return {"wait: " + code(words) + before + ", in " + quoted(session.name),
          [source = session.source, after, days](Plan& plan) {
            at_source(plan, source, [&](Session& changed) {
              const auto known = wait_for(changed, after);
              if (known != changed.waits.end())
                known->at_least_days = days;
              else
                changed.waits.push_back({days, std::nullopt, {after}, SourceId()});
            });
          }};
}

Edit session_gate_edit(const Session& session, const Gate& gate) {
  return {"let a check-in decide: " + code("session " + quoted(session.name) + " if " + gate.name),
          [source = session.source, gate](Plan& plan) {
            const GateId id = gate_in(plan, gate);
            at_source(plan, source, [&](Session& changed) { changed.gate = id; });
          }};
}

Edit block_gate_edit(const Plan& plan, const std::set<std::uint32_t>& blocks, const Gate& gate) {
  std::vector<std::string> names;
  for (const std::uint32_t b : blocks) names.push_back(quoted(plan.blocks[BlockId{b}].name));
  return {"let a check-in decide: " + code("if " + gate.name) + " on block" +
              (names.size() == 1 ? " " : "s ") + join_and(names),
          [blocks, gate](Plan& changed) {
            const GateId id = gate_in(changed, gate);
            for (const std::uint32_t b : blocks)
              for (Session& session : changed.blocks[BlockId{b}].sessions)
                if (!session.gate) session.gate = id;
          }};
}

std::optional<Edit> soreness_edit(const Plan& plan, const Edition& edition, GateId gate,
                                  const Clauses& clauses) {
  const Gate& now = plan.gates[gate];
  if (clauses.empty() || any_joins_with_or(now, clauses)) return std::nullopt;
  const int full = edition.train_soreness_at_most, reduced = edition.lighten_soreness_at_most;
  std::vector<std::string> asked;
  for (const std::size_t c : clauses)
    add_once(asked,
             now.clauses[c].verdict == Verdict::train
                 ? code("soreness <= " + std::to_string(full)) + " in each `train`"
                 : code("soreness <= " + std::to_string(reduced) + " and not soreness impairs") +
                       " in each `lighten`");
  return Edit{"let gate " + code(now.name) + " ask about all that is trained: " + join_and(asked),
              [gate, clauses, full, reduced](Plan& changed) {
                Gate& mended = changed.gates[gate];
                for (const std::size_t c : clauses)
                  if (mended.clauses[c].verdict == Verdict::train)
                    ask_for(mended, c, {soreness_at_most(full)});
                  else
                    ask_for(mended, c, {soreness_at_most(reduced), not_impaired()});
              }};
}

std::optional<Edit> strength_edit(const Plan& plan, GateId gate, const Clauses& clauses) {
  const Gate& now = plan.gates[gate];
  if (clauses.empty() || any_joins_with_or(now, clauses)) return std::nullopt;
  return Edit{"let gate " + code(now.name) + " ask for `strength restored` in each " +
                  verdicts_text(now, clauses),
              [gate, clauses](Plan& changed) {
                for (const std::size_t c : clauses)
                  ask_for(changed.gates[gate], c, {strength_is_back()});
              }};
}

Edit familiar_edit(const Plan& plan, const std::vector<ExerciseId>& lifts) {
  std::vector<std::string> names;
  for (const ExerciseId lift : lifts) names.push_back(plan.exercises[lift].name);
  return {"if the athlete knows " + std::string(lifts.size() == 1 ? "the lift" : "the lifts") +
              " already: " + code("familiar " + join(names, ", ")),
          [lifts](Plan& changed) {
            for (const ExerciseId lift : lifts) changed.exercises[lift].familiar = true;
          }};
}

}  // namespace meso
