// One session as a card. Private to compiler/sheets.
#pragma once

#include <vector>

#include "compiler/sheets/document.h"

namespace meso {

// The readiness checks that the session's gate reads, and only those.
std::vector<Check> make_checks(const Plan& plan, const Session& session, const Edition& edition);

// The gate's clauses in order; `soreness` is what bare soreness is called.
std::vector<Decision> make_decisions(const Plan& plan, const Gate& gate, std::string_view soreness);

// Everything of a card but its number, its gate's words and its rules' words.
Card make_card(const SheetRequest& request, const NominalSession& nominal);

// Words the rules of all cards: clauses that say the same in every row go to the week's list, at
// the end of a rule only, so that the order in which they are read stays the rule's own.
void word_rules(const SheetRequest& request, const std::vector<const NominalSession*>& sessions,
                WeekSheet& week);

}  // namespace meso
