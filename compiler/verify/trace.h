// A counterexample as a coach reads it: the days that matter, and of each only what changed.
#pragma once

#include <string>
#include <vector>

#include "compiler/verify/verify.h"

namespace meso {

struct TraceStep {
  int day = 0;       // from the first day of the plan, 0
  std::string when;  // "day 3", with its weekday where the plan knows weekdays
  std::string who;   // the session, or "check-in"
  std::string what;  // "3 x 8-10 romanian deadlift, RIR 2, first time"
  SourceId place;    // the line of the plan behind it
  std::string mark;  // of the last step: what broke
};

// From the bout that isn't over to the session that comes too soon: each day on which the group is
// trained or on which a check-in decided something. Earlier days only where a check-in did.
std::vector<TraceStep> trace_steps(const RunPlan& run, const Violation& v, Property property);

// What broke, in a sentence: "hamstrings again 3 days after novel work; 7 days are enough".
std::string what_broke(const PlanFacts& facts, const Violation& v, Property property);

// A lift whose probe didn't show its usual strength.
struct Weakness {
  ExerciseId lift;
  Truth restored = Truth::no;  // or unknown
};
std::vector<Weakness> weaknesses(const CheckIn& told);
// Answers of a check-in that aren't the best there is: "hamstrings 2/10", "energy 3/5". Of strength
// only what a gate of that day asks.
std::vector<std::string> answers_told(const RunPlan& run, const LivedDay& day);

// Of the gate that decided the day, its own where another session swapped; nothing without a gate.
const GateClause* deciding_clause(const RunPlan& run, const LivedDay& day);
// The same of the session that is done.
const GateClause* releasing_clause(const RunPlan& run, const LivedDay& day);

}  // namespace meso
