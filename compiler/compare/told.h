// A plan as its athlete is told it: every aspect of it as words, so that two plans can be compared
// whatever their texts look like. Private to compiler/compare.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "base/decimal.h"
#include "runtime/edition.h"
#include "runtime/plan.h"

namespace meso {

// One aspect: `sets`, `rest`, `wait`. Nothing is told where there are no values.
struct Fact {
  std::string what;
  std::vector<std::string> values{};
  // Of a gate or of rules: their names, and as the plan calls them (`double(2.5 kg)`). What differs
  // in a definition is told once, not with everything that uses it.
  std::vector<std::string> definitions{}, calls{};
  bool needs_both = false;  // says nothing where the other plan has nothing of the kind
};

// A gate or a rule that the plan uses, with its clauses.
struct Definition {
  std::string what;  // "gate", "rule"
  std::string name;
  std::vector<std::string> clauses;
  std::vector<std::string> meaning;  // the clauses, whatever a rule calls its values
};

struct ToldLine {
  std::string name;                  // "chin up or lat pulldown"
  std::vector<std::string> primary;  // muscle groups
  std::string work;                  // all of it in one line
  std::vector<Fact> facts;
};

struct ToldSession {
  std::string name;
  std::vector<Fact> facts;
  std::vector<ToldLine> lines;
};

struct ToldWeek {
  std::vector<Fact> facts;
  std::vector<std::uint32_t> sessions;  // into ToldBlock::sessions
  std::vector<Decimal> hard_sets;       // by muscle group of the plan
};

struct ToldBlock {
  std::string name;
  std::string pass;  // "week", "rotation"
  std::vector<Fact> facts;
  std::vector<ToldSession> sessions;
  std::vector<ToldWeek> weeks;
};

struct ToldPlan {
  std::vector<Fact> facts;
  std::vector<Definition> definitions;
  std::vector<ToldBlock> blocks;
  std::vector<std::string> groups;  // names of the muscle groups
};

ToldPlan tell(const Plan& plan, const Edition& edition);

// The sessions of a block that work on each progression, by name (told_line.cpp).
using Sharers = std::map<ProgressionId, std::vector<std::string>>;
Sharers sharers_of(const Block& block);
// What one line says, an entry an aspect (told_line.cpp).
ToldLine tell_line(const Plan& plan, const Sharers& sharers, const Session& session,
                   const Line& line);
// What the head says (told_head.cpp).
std::vector<Fact> tell_head(const Plan& plan);

// Shared by the tellers: nothing is told of an empty text.
void tell_text(std::vector<Fact>& facts, std::string_view what, std::string text);
void tell_values(std::vector<Fact>& facts, std::string_view what, std::vector<std::string> values);
// The clauses of calls, their values filled in.
void tell_calls(std::vector<Fact>& facts, const Plan& plan, std::string_view what,
                const std::vector<RuleCall>& calls);

}  // namespace meso
