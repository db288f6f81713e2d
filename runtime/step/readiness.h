// What conditions ask of a check-in: one atom held against the answers of today and the reports of
// the weeks before. Gates read nothing else; rules read it where they reduce or hold.
#pragma once

#include <optional>

#include "runtime/step/check_in.h"
#include "runtime/step/reports.h"
#include "runtime/step/run_plan.h"

namespace meso {

// `unasked`: the question is still open, and the answer may decide.
enum class Held : std::uint8_t { no, yes, unknown, unasked };
Held yes_no(bool yes);
// `not`: what isn't known stays so.
Held negated(Held held, bool negate);

struct Today {
  const RunPlan& run;
  int day = 0;
  const CheckIn& answers;
  const Reports& reports;  // of days before; what it holds of today is passed over
  GroupSet trained = 0, touched = 0;
  int worst = CheckIn::kUnanswered;  // soreness of what is trained: see worst_soreness()
  std::optional<int> days_off;
  std::optional<ExerciseId> probe;  // the lift that tells whether strength is restored
  bool rested = false;              // long enough for strength, where no lift can tell
};

// An atom of the kind is_readiness(). With its `not` applied: unknown stays unknown.
Held held(const Today& today, const Atom& atom, const RuleCall* call = nullptr);
// The same where its bounds are worked out already.
Held held(const Today& today, const Atom& atom, const WholeBounds& bounds);

// `and` is no as soon as one is no or unknown; `or` yes as soon as one is yes.
template <class AtomHeld>
Held all_held(const Condition& condition, AtomHeld atom_held) {
  bool open = false;
  for (const Atom& atom : condition.atoms) {
    const Held held = atom_held(atom);
    if (held == Held::unasked) open = true;
    if (condition.any && held == Held::yes) return Held::yes;
    if (!condition.any && (held == Held::no || held == Held::unknown)) return Held::no;
  }
  if (open) return Held::unasked;
  return condition.any ? Held::no : Held::yes;
}

// The groups whose reports make the atom hold; all that the session trains where it is about none.
GroupSet blamed(const Today& today, const Atom& atom);

bool compares(Compare compare, Decimal value, Decimal low, Decimal high);

}  // namespace meso
