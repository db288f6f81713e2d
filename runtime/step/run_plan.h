// A plan with what a run of it asks again and again worked out once: what sessions train, which
// state each line uses, which questions a gate needs.
#pragma once

#include <cstdint>
#include <vector>

#include "runtime/edition.h"
#include "runtime/groups.h"
#include "runtime/loading.h"
#include "runtime/plan.h"
#include "runtime/session_dates.h"
#include "runtime/step/check_in.h"

namespace meso {

using StateId = Id<struct StateTag>;  // of a line's progress: see SlotState and LoadState

struct SessionId {
  BlockId block;
  std::uint32_t index = 0;  // into Block::sessions
  friend constexpr auto operator<=>(SessionId, SessionId) = default;
};

struct LineFacts {
  // Progressions of its rules, in order; else the one that it shares; else a state of its own that
  // remembers what was lifted.
  std::vector<StateId> states;
  bool feeds = false;  // its results are told to the rules of those states
};

struct SessionFacts {
  SessionDates dates;               // with the groups that it trains, and as primary
  GroupSet touched = 0;             // any share of any set
  GroupSet burdened = 0;            // touched and not spared: no swap target for these
  std::optional<ExerciseId> probe;  // the first lift with a load: one warm-up set tells strength
  bool asks_strength = false;       // its gate, or a rule of its block
  std::vector<LineFacts> lines;
};

// What the clauses of a gate or the rules of a block read.
struct ReadSet {
  bool soreness = false;  // of what the session trains
  bool anywhere = false;  // of all that it touches
  GroupSet groups = 0;    // named ones
  bool functional = false;
  std::uint8_t scales = 0;  // bit n: Scale n
  bool hrv = false, resting_heart_rate = false, strength = false;
  std::vector<SignalId> own;
  bool reads(Scale scale) const { return (scales >> static_cast<int>(scale) & 1) != 0; }
};

// The whole numbers that a comparison lets through: what a check-in answers is whole.
struct WholeBounds {
  int least = 0, most = 0;
  bool operator()(int value) const { return least <= value && value <= most; }
};
WholeBounds whole_bounds(Compare compare, Decimal low, Decimal high);

// A windowed condition of a rule: its place in the rule's state.
struct WindowedAtom {
  std::size_t clause = 0, atom = 0;
};

constexpr bool is_event(Reads reads) {
  return reads == Reads::week_ends || reads == Reads::rotation_ends || reads == Reads::block_ends;
}

// What the rules of a plan ask of a session that is done, beside its sets.
struct ResultReads {
  bool in_time = false, early = false, never_sore = false;  // how recovery went: see Readiness
  bool versus_last = false;                                 // better or worse than the last time
  bool strength = false;                                    // whether it was restored
  bool readiness() const { return in_time || early || never_sore; }
};

// What trying a rule asks of its clauses each time.
struct ClauseFacts {
  bool at_events = false;                           // it names one, and is tried on no session
  std::vector<std::optional<std::size_t>> windows;  // by atom: into RunPlan::windows()
};

class RunPlan {
 public:
  // All must outlive it. `athlete` may be null: nobody's maxes, everybody's plates.
  RunPlan(const Plan& plan, const Edition& edition, const Athlete* athlete = nullptr);

  const Plan& plan() const { return plan_; }
  const Edition& edition() const { return edition_; }
  const Athlete* athlete() const { return athlete_; }
  const SessionNames& names() const { return names_; }
  const SessionFacts& facts(SessionId id) const { return sessions_[id.block.value][id.index]; }
  const Session& session(SessionId id) const { return plan_.blocks[id.block].sessions[id.index]; }
  const ReadSet& gate_reads(GateId gate) const { return gate_reads_[gate.value]; }
  // By clause and atom of a gate, which has to be one of the plan's.
  const std::vector<std::vector<WholeBounds>>& bounds_of(const Gate& gate) const {
    return gate_bounds_[static_cast<std::size_t>(&gate - &*plan_.gates.begin())];
  }
  // What rules of the plan, of the block and of its lines read of a check-in.
  const ReadSet& rule_reads(BlockId block) const { return rule_reads_[block.value]; }
  // What any rule of the plan asks of a result: what none asks isn't worked out.
  const ResultReads& result_reads() const { return result_reads_; }
  const std::vector<WindowedAtom>& windows(RuleId rule) const { return windows_[rule.value]; }
  const std::vector<ClauseFacts>& clauses(RuleId rule) const { return clauses_[rule.value]; }
  // Whether any of them names an event: else no event is worth trying it at.
  bool waits_for_events(RuleId rule) const { return waits_for_events_[rule.value]; }
  // Whether any rule of a line does.
  bool lines_wait_for_events() const { return lines_wait_for_events_; }
  // What the exercise's loads are rounded to.
  const LoadStep& step_of(ExerciseId exercise) const { return steps_[exercise.value]; }
  // The plan's `return`s, else the edition's; by days off, rising.
  const std::vector<ReturnRamp>& returns() const { return returns_; }
  // Progressions first, in the plan's order, then the states of lines without one.
  std::size_t states() const { return states_; }

 private:
  SessionFacts session_facts(SessionId id);
  LineFacts line_facts(SessionId id, const Line& line);
  StateId own_state(ExerciseId exercise, std::uint32_t session_name);

  const Plan& plan_;
  const Edition& edition_;
  const Athlete* athlete_;
  SessionNames names_;
  std::vector<std::vector<SessionFacts>> sessions_;
  std::vector<ReadSet> gate_reads_, rule_reads_;
  std::vector<std::vector<std::vector<WholeBounds>>> gate_bounds_;
  ResultReads result_reads_;
  std::vector<std::vector<WindowedAtom>> windows_;
  std::vector<std::vector<ClauseFacts>> clauses_;
  std::vector<bool> waits_for_events_;
  bool lines_wait_for_events_ = false;
  std::vector<LoadStep> steps_;
  std::vector<ReturnRamp> returns_;
  std::vector<std::pair<ExerciseId, std::uint32_t>> own_states_;
  std::size_t states_ = 0;
};

}  // namespace meso
