#include "compiler/verify/set_states.h"

#include <algorithm>

#include "compiler/verify/actions.h"
#include "runtime/step/apply_rules.h"
#include "runtime/step/readiness.h"

namespace meso {
namespace {

bool changes_sets(const RuleClause& clause) {
  return std::any_of(clause.actions.begin(), clause.actions.end(),
                     [](const Action& a) { return meso::changes_sets(a); });
}

bool is_at_event(const RuleClause& clause) {
  return clause.condition &&
         std::any_of(clause.condition->atoms.begin(), clause.condition->atoms.end(),
                     [](const Atom& atom) { return is_event(atom.reads); });
}

// Does any clause change sets, of those that sessions fire, or of those at the end of a pass?
bool changes_sets(const Rule& rule, bool at_event) {
  return std::any_of(rule.clauses.begin(), rule.clauses.end(), [&](const RuleClause& clause) {
    return is_at_event(clause) == at_event && changes_sets(clause);
  });
}

const Prescription& written_stage(const Line& line, const SlotState& slot) {
  const auto& stages = stages_of(line, slot);
  const int last = static_cast<int>(stages.size()) - 1;
  return stages[static_cast<std::size_t>(std::clamp(slot.stage, 0, last))];
}

// What the slot itself decides of a clause's condition: false only where it can't hold.
bool may_hold(const RuleClause& clause, const RuleCall& call, const Line& line,
              const SlotState& slot) {
  if (!clause.condition || clause.condition->any) return true;
  const int sets = total_sets(written_stage(line, slot)) + slot.sets_added;
  return std::all_of(
      clause.condition->atoms.begin(), clause.condition->atoms.end(), [&](const Atom& atom) {
        if (atom.window || (atom.reads != Reads::sets && atom.reads != Reads::stage)) return true;
        const int value = atom.reads == Reads::sets ? sets : slot.stage + 1;
        const bool holds = compares(atom.compare, Decimal::whole(value), value_of(atom.low, call),
                                    value_of(atom.high, call));
        return holds != atom.negated;
      });
}

}  // namespace

// Finds the states of one part, breadth-first by firings.
class SetWalk {
 public:
  // A clause that may fire on one progression of the part.
  struct Firing {
    std::size_t progression = 0;
    const Line* line = nullptr;
    const RuleCall* call = nullptr;
    const RuleClause* clause = nullptr;
    bool is_exposure = false;  // of the progression's own rule
  };

  SetWalk(const RunPlan& run, SetStates& part, std::vector<Firing> firings, Budget& budget)
      : run_(run), part_(part), firings_(std::move(firings)), budget_(budget) {}

  void walk() {
    part_.states.emplace_back(part_.progressions.size());
    for (std::size_t n = 0; n < part_.states.size() && part_.complete; ++n) {
      auto& next = next_.emplace_back();
      if (!firings_.empty() && !budget_.spend(firings_.size() * Budget::kState)) {
        part_.complete = false;
        return;
      }
      for (const Firing& firing : firings_) add(after(part_.states[n], firing), next);
    }
    if (part_.complete) measure();
  }

 private:
  using Joint = std::vector<SlotState>;

  Joint after(const Joint& before, const Firing& firing) const {
    Joint now = before;
    SlotState& slot = now[firing.progression];
    if (firing.is_exposure) slot.once.clear();
    if (may_hold(*firing.clause, *firing.call, *firing.line, before[firing.progression]))
      for (const Action& action : firing.clause->actions) act(action, firing, slot);
    slot = sets_alone(slot);
    return now;
  }

  void act(const Action& action, const Firing& firing, SlotState& slot) const {
    if (std::holds_alternative<NextStage>(action)) {
      const auto stages = static_cast<int>(stages_of(*firing.line, slot).size());
      if (slot.stage + 1 < stages) to_stage(slot, slot.stage + 1);
    }
    const auto* written = std::get_if<Change>(&action);
    if (written == nullptr || !meso::changes_sets(action)) return;
    const Change change = filled_in(*written, *firing.call);
    if (change.next_time)
      slot.once.push_back(change);
    else
      change_slot(slot, change, written_stage(*firing.line, slot), run_.edition().sets_above_start);
  }

  void add(Joint state, std::vector<std::size_t>& next) {
    const auto known = std::find(part_.states.begin(), part_.states.end(), state);
    next.push_back(static_cast<std::size_t>(known - part_.states.begin()));
    if (known != part_.states.end()) return;
    part_.states.push_back(std::move(state));
    part_.complete = part_.states.size() <= SetStates::kMost;
  }

  void measure() {
    const std::size_t count = part_.states.size();
    part_.distances_.assign(count * count, SetStates::kFar);
    for (std::size_t from = 0; from < count; ++from) {
      int* const far = &part_.distances_[from * count];
      far[from] = 0;
      std::vector<std::size_t> queue{from};
      for (std::size_t n = 0; n < queue.size(); ++n)
        for (const std::size_t to : next_[queue[n]])
          if (far[to] == SetStates::kFar) {
            far[to] = far[queue[n]] + 1;
            queue.push_back(to);
          }
    }
  }

  const RunPlan& run_;
  SetStates& part_;
  std::vector<Firing> firings_;
  Budget& budget_;
  std::vector<std::vector<std::size_t>> next_;
};

namespace {

// Progressions that any line uses together are in one part.
class Parts {
 public:
  explicit Parts(std::size_t states) : of_(states) {
    for (std::size_t n = 0; n < states; ++n) of_[n] = n;
  }
  void join(StateId a, StateId b) {
    const std::size_t from = of_[a.value], to = of_[b.value];
    if (from != to) std::replace(of_.begin(), of_.end(), from, to);
  }
  std::size_t operator[](std::size_t state) const { return of_[state]; }

 private:
  std::vector<std::size_t> of_;
};

// Once for each place in the text: the same line stands in the plan for each week that differs.
void add_firings(const Line& line, const RuleCall& call, bool is_own, std::size_t progression,
                 const Plan& plan, std::vector<SetWalk::Firing>& out) {
  for (const RuleClause& clause : plan.rules[call.rule].clauses) {
    if (!changes_sets(clause)) continue;
    const bool known = std::any_of(out.begin(), out.end(), [&](const SetWalk::Firing& f) {
      return f.progression == progression && f.clause == &clause && f.call->source == call.source &&
             f.line->source == line.source;
    });
    if (!known) out.push_back({progression, &line, &call, &clause, is_own && !is_at_event(clause)});
  }
}

}  // namespace

AllSetStates::AllSetStates(const PlanFacts& facts, const RunPlan& run, Budget& budget)
    : run_(run), part_of_state_(run.states(), SIZE_MAX) {
  const Plan& plan = facts.plan;
  Parts joined(run.states());
  for_each_line(plan, [&](SessionId session, std::size_t n, const Line&) {
    const auto& states = run.facts(session).lines[n].states;
    for (const StateId state : states) joined.join(state, states.front());
  });
  std::vector<std::vector<SetWalk::Firing>> firings;
  const auto part_of = [&](StateId state) {
    std::size_t& part = part_of_state_[joined[state.value]];
    if (part == SIZE_MAX) {
      part = parts_.size();
      parts_.emplace_back();
      firings.emplace_back();
    }
    return part_of_state_[state.value] = part;
  };
  for_each_line(plan, [&](SessionId session, std::size_t n, const Line& line) {
    const Block& block = plan.blocks[session.block];
    const LineFacts& line_facts = run.facts(session).lines[n];
    if (line.stages.empty()) return;
    for (std::size_t s = 0; s < line_facts.states.size(); ++s) {
      const StateId state = line_facts.states[s];
      const std::size_t part = part_of(state);
      auto& progressions = parts_[part].progressions;
      auto at = std::find(progressions.begin(), progressions.end(), state);
      if (at == progressions.end()) at = progressions.insert(at, state);
      if (!line_facts.feeds) continue;
      const auto nth = static_cast<std::size_t>(at - progressions.begin());
      if (s < line.rules.size()) add_firings(line, line.rules[s], true, nth, plan, firings[part]);
      for_each_follow(plan, block, [&](const RuleCall& call) {
        add_firings(line, call, false, nth, plan, firings[part]);
      });
    }
  });
  for (std::size_t part = 0; part < parts_.size(); ++part) {
    any_ = any_ || !firings[part].empty();
    SetWalk(run, parts_[part], std::move(firings[part]), budget).walk();
  }
}

std::optional<std::size_t> AllSetStates::part_of(SessionId session, std::size_t line) const {
  const auto& states = run_.facts(session).lines[line].states;
  if (states.empty()) return std::nullopt;
  const std::size_t part = part_of_state_[states.front().value];
  return part == SIZE_MAX ? std::nullopt : std::optional(part);
}

int AllSetStates::firings(std::size_t part, SessionId session, bool is_exposure) const {
  const Plan& plan = run_.plan();
  int count = 0;
  for_each_follow(plan, plan.blocks[session.block], [&](const RuleCall& call) {
    if (changes_sets(plan.rules[call.rule], false))
      count += static_cast<int>(parts_[part].progressions.size());
  });
  if (!is_exposure) return count;
  const auto& lines = run_.session(session).lines;
  for (std::size_t n = 0; n < lines.size(); ++n) {
    if (!run_.facts(session).lines[n].feeds || part_of(session, n) != part) continue;
    count += static_cast<int>(std::count_if(
        lines[n].rules.begin(), lines[n].rules.end(),
        [&](const RuleCall& call) { return changes_sets(plan.rules[call.rule], false); }));
  }
  return count;
}

int AllSetStates::firings_at_end(std::size_t part, BlockId block) const {
  const Plan& plan = run_.plan();
  const auto all = static_cast<int>(parts_[part].progressions.size());
  int count = 0;
  for_each_follow(plan, plan.blocks[block], [&](const RuleCall& call) {
    if (changes_sets(plan.rules[call.rule], true)) count += all;
  });
  for (const StateId state : parts_[part].progressions)
    if (state.value < plan.progressions.size())
      count += changes_sets(plan.rules[plan.progressions[ProgressionId{state.value}].rule], true);
  return count;
}

BySets AllSetStates::line_sets(SessionId session, std::size_t line, std::size_t state) const {
  BySets by_group(run_.plan().groups.size());
  std::vector<const SlotState*> slots;
  if (const auto part = part_of(session, line)) {
    const SetStates& of = parts_[*part];
    for (const StateId id : run_.facts(session).lines[line].states) {
      const auto at = std::find(of.progressions.begin(), of.progressions.end(), id);
      slots.push_back(&of.states[state][static_cast<std::size_t>(at - of.progressions.begin())]);
    }
  }
  add_line_sets(run_, session, line, slots, by_group);
  return by_group;
}

}  // namespace meso
