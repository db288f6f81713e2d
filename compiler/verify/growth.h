// Which changes make a line harder: shared by the overload guidelines.
#pragma once

#include <optional>

#include "runtime/plan.h"

namespace meso {

// Does the change add load, reps or sets, lower the RIR or the rest, or raise a reference? With the
// call of its rule a factor that is a parameter is known too.
bool is_growth(const Change& change, const RuleCall* call = nullptr);
bool has_growth(const RuleClause& clause);

// Does the action answer a failure: by less work, another way to do it, a break, or a person who is
// told? Holding answers nothing.
bool gives_way(const Action& action, const RuleCall& call);
bool gives_way(const RuleClause& clause, const RuleCall& call);

// Can the call make what a line prescribes harder: by growth, by a value that it sets anew, by the
// next stage, by another scheme? Rules that only cut or hold can't.
bool can_make_harder(const Rule& rule, const RuleCall& call);
// Can it raise, or set anew, the reference (training max, nRM) that a percentage of this kind is
// of?
bool can_raise_reference(const Rule& rule, const RuleCall& call, ReferenceKind kind);

}  // namespace meso
