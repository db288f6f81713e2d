// Atoms of conditions as a clause table sees them: which values they are about, and when they hold.
#pragma once

#include "runtime/logic.h"
#include "runtime/plan.h"

namespace meso {

// Whole values that what an atom reads can have.
struct Domain {
  int low, high;
};
Domain domain_of(const Plan& plan, const Atom& atom);

// Pain and the days off are always known; so is what the log counts.
bool can_be_unknown(Reads reads);
// The nested grades of recovery are one variable: how late the group was ready.
Reads variable_of(Reads reads);
// Can't be cut into values: it holds or doesn't, as it stands.
bool is_whole(const Atom& atom);
bool satisfies(const Atom& atom, int value);
// What it is compared with, rounded down; 0 for a parameter.
int constant(const Operand& operand);

bool same_but_window(const Atom& a, const Atom& b);
// The same but for `not`.
bool same_atom(const Atom& a, const Atom& b);
// The end of a week, a block and the like.
bool is_event(Reads reads);
bool asks_event(const Condition& condition);

}  // namespace meso
