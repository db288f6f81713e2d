// The semantics: a state and an event give a state, a state and answers give a verdict. Pure,
// total, deterministic. The runtime, the simulator and the verifier run nothing else.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "runtime/step/apply_rules.h"
#include "runtime/step/state.h"

namespace meso {

// ---- events -----------------------------------------------------------------------------------

// A probe: one warm-up set of a lift.
struct ProbeDone {
  ExerciseId exercise;
  DoneSet set;
};

struct CheckedIn {
  CheckIn answers;
  std::vector<ProbeDone> probes;
};
// A session of the current pass, whole or in part.
struct SessionDone {
  SessionRef session;
  bool lightened = false;   // said so; a session that the gate lightened is one anyway
  bool broken_off = false;  // counts as done where anything was, and as no exposure
  std::vector<DoneLine> lines;
  std::vector<PainReport> pains;
  std::string red_flag;
};
// Work beside the plan: what it trained has to recover too.
struct OffPlan {
  std::vector<DoneLine> lines;
};
struct Dropped {  // by a person: the session is taken out of this pass
  SessionRef session;
};
struct Unavailable {
  int until = 0;  // the last day
};
struct RedFlag {
  std::string what;
};
struct Cleared {};  // by a named person: training goes on
// A coach lets a session be done, reduced, that the gate holds back today.
struct Overruled {
  SessionRef session;
};
struct AthleteChanged {
  struct Value {
    ReferenceKind kind;
    ExerciseId of;
    Load value;
  };
  std::vector<Value> values;
};
struct Moved {  // the plan was edited: goes on at this week
  BlockId block;
  int week = 0;  // from 0
};
using Happened = std::variant<CheckedIn, SessionDone, OffPlan, Dropped, Unavailable, RedFlag,
                              Cleared, Overruled, AthleteChanged, Moved>;
struct DayEvent {
  int day = 0;
  Happened what;
};

// What an event set off, for people to read.
struct Told {
  std::vector<RuleActed> rules;
  std::vector<BlockId> inserted;
  bool block_ends = false, week_ends = false, finished = false;
  std::optional<std::size_t> return_ramp;  // into RunPlan::returns(): it begins
  bool exposure = false;                   // the session counted as one

  // Nothing is told, and the lists keep their memory.
  void clear() {
    rules.clear();
    inserted.clear();
    block_ends = week_ends = finished = exposure = false;
    return_ramp.reset();
  }
};

// The state on the morning of a day: a lay-off may have become long enough.
State on_day(const RunPlan& run, State state, int day);
// Events of rising days. One that doesn't fit (a session that isn't pending) changes nothing but
// what was trained.
State step(const RunPlan& run, State state, const DayEvent& event, Told* told = nullptr);
struct Remembered;  // remember.h
// What the caller has worked out of that day already; without it, it is worked out again.
struct AtHand {
  const DayVerdict* verdict = nullptr;   // of a check-in: what decide() gave for its answers
  std::span<const TodayLine> session{};  // of a session that is done: what session_of() gave for it
  Remembered* memory = nullptr;          // of the session before, for its lists' memory alone
};
// The same in place, for whoever runs many days.
void advance(const RunPlan& run, State& state, const DayEvent& event, Told* told = nullptr,
             const AtHand& at_hand = {});
// What today's answers decide, with those on record of that day, or what is still to be asked.
// Checks in without recording it.
DayDecision decide(const RunPlan& run, const State& state, int day, CheckIn answers,
                   const std::vector<ProbeDone>& probes = {});
// With what is on record of that day, and with questions where more answers may still decide.
DayDecision decide_openly(const RunPlan& run, const State& state, int day);
// With what is on record of that day: always a verdict.
DayDecision decide(const RunPlan& run, const State& state, int day);
DayVerdict verdict_on(const RunPlan& run, const State& state, int day);

// Today's session with its loads, for a verdict that trains; empty for any other.
std::vector<TodayLine> session_of(const RunPlan& run, const State& state,
                                  const DayVerdict& verdict);
// The same into `lines`, for their memory.
void session_of(const RunPlan& run, const State& state, const DayVerdict& verdict,
                std::vector<TodayLine>& lines);

// What the gate, or a coach who overrules it, changes of a session that is done on that day,
// whether or not it is the day's; null: nothing.
const std::vector<Change>* changes_of_day(const RunPlan& run, const State& state, int day,
                                          const SessionRef& session);

// The gentlest reduction that the plan's gate knows, else the edition's: what an overruled session
// is done with.
const std::vector<Change>& overruled_changes(const RunPlan& run, const Session& session);

}  // namespace meso
