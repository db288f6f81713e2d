// Does what a rule's clause asks of the results say that the work was done?
#pragma once

#include "compiler/verify/clause_table.h"

namespace meso {

// What `same as last` says. It attests that nothing was lost, and that the target was met only
// where all sets were done.
enum class SameAsLast : std::uint8_t { attests, attests_nothing };

// In every situation of the box: was the target met, or more? Worse than last says no such thing.
bool attests_work(const ClauseTable& table, const Box& box, SameAsLast same);
// Of an atom by itself, as it stands.
bool attests_work(const Atom& atom, SameAsLast same);
// Of what its clause asks in so many words, wherever it stands.
bool attests_work(const Condition& condition, SameAsLast same);

// Soreness, what it impairs, and how recovery went.
bool is_soreness(Reads reads);
bool is_soreness(const ClauseVariable& variable);
bool reads_soreness(const RuleClause& clause);
bool reads_soreness(const Rule& rule);
bool reads_soreness(const Gate& gate);

// Is how sore the athlete is the only reason for this clause, in some situation that reaches it?
// Where the clause itself doesn't ask about soreness, a clause above must have asked in every such
// situation (`when still sore then hold, otherwise sets + 1`).
bool soreness_suffices(const ClauseTable& table, const RuleClause& clause, const Region& region);

}  // namespace meso
