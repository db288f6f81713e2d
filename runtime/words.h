// Pieces of a plan in the coach's words: one wording for sheets, `explain` and messages.
//
// Everything is plain ASCII punctuation ("3 x 6-8", "75% TM"); a back end may typeset it. Names
// that the plan gives (exercises, sessions, places) come through unescaped.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/quantity.h"
#include "runtime/logic.h"
#include "runtime/plan.h"
#include "runtime/prescription.h"

namespace meso::words {

// What has to hold, and what is done then.
struct Clause {
  std::string when;  // empty in a gate or rule: always; "otherwise" for the last resort
  std::string then;
  friend bool operator==(const Clause&, const Clause&) = default;
};

// What a rule's words may lean on. Without a call a parameter goes by its name ("its step");
// without a prescription a range keeps its ("the top of the range").
struct Context {
  const Plan* plan = nullptr;                  // never null
  const Rule* rule = nullptr;                  // names the parameters
  const RuleCall* call = nullptr;              // fills them in
  const Prescription* prescription = nullptr;  // gives the range its numbers
  // What bare `soreness` is called: "soreness", or on a card "quads or glutes".
  std::string_view soreness = "soreness";
};

// Prescriptions.
bool in_minutes(TimeRange time);          // whether it reads better so: from two whole minutes up
std::string sets(const SetGroup& group);  // "3 x 6-8", "1 x 5+", "3 x 30 s", "25 min"
std::string prescription(const Prescription& p);  // "1 x 3, 2 x 5", "50 reps in all"
std::string effort(const Effort& effort);         // "RIR 2", "RPE 8-9"
std::string reference(ReferenceKind kind);        // "TM", "of 1RM"
// "75% TM", "65% of 1RM", "bodyweight + 10 kg", "top set -10%", "100 kg"; empty for none. The lift
// is named where the reference is another exercise's than `own`.
std::string load(const Plan& plan, const LoadSpec& spec, std::optional<ExerciseId> own);
std::string tempo(const Tempo& tempo);  // "3-1-X-0"
std::string rest(TimeRange time);       // "3 min", "60-90 s", "no rest"
// "chin up or lat pulldown"; of a ladder the variation that it starts with.
std::string exercise(const Plan& plan, const Line& line);
// "then push up, archer push up": where a ladder leads; empty without one.
std::string ladder(const Plan& plan, const Line& line);
// "last set: 2 drops, each 80% of the load before".
std::string set_style(const SetStyle& style);

// "at least 3 days after Lower A, ask your coach after 9".
std::string wait(const Plan& plan, const Wait& wait);

// Verdicts: the order to the athlete, and one word for a tick box.
std::string verdict(Verdict verdict);
std::string_view short_verdict(Verdict verdict);

// Conditions, changes, actions.
std::string atom(const Context& context, const Atom& atom);
std::string condition(const Context& context, const Condition& condition);
std::string change(const Context& context, const Change& change);
std::string action(const Context& context, const Action& action);

// "soreness 7 or more, or 3 or more for 5 days" -> "rest: walking, light stretching".
Clause gate_clause(const Context& context, const GateClause& clause);
// "all sets reach 8" -> "+2.5 kg and back to 6 reps".
Clause rule_clause(const Context& context, const RuleClause& clause);
// The clause as one sentence: "when all sets reach 8: +2.5 kg and back to 6 reps".
std::string sentence(const Clause& clause);

}  // namespace meso::words
