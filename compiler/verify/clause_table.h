// The clauses of a gate or rule as a map from situations to clauses, exactly: every signal's domain
// is cut into the few values that the clauses can tell apart, and each clause takes the boxes of
// situations that no clause above it took. What is left at the end is decided by none; a clause
// without a box is never reached.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "runtime/edition.h"
#include "runtime/plan.h"

namespace meso {

// One thing that conditions read: a report of today, one that lasted ("for 5 days"), a result.
struct ClauseVariable {
  Reads reads = Reads::soreness;
  std::optional<GroupId> group;
  bool anywhere = false;
  std::optional<SignalId> signal;
  std::string place;
  int set_number = 0;
  bool lasting = false;  // `condition for N days`: holds or doesn't
  int for_days = 0;
  std::uint64_t lasting_mask = 0;  // of today's variable: what lasts
  std::size_t today = 0;           // index of today's variable
  const Atom* whole =
      nullptr;              // a windowed, quantified or parametric atom: true or false as it stands
  std::vector<int> values;  // representatives, ascending; for yes/no signals 0 and 1
  bool can_be_unknown = true;  // one more value: unanswered

  std::uint64_t all() const;
  std::uint64_t unknown() const;  // its bit, or 0
};

// The bit of the n-th value of a variable.
constexpr std::uint64_t value_bit(std::size_t n) { return std::uint64_t{1} << n; }

// A set of situations (check-ins, results): for each variable the values it may have.
using Box = std::vector<std::uint64_t>;
using Region = std::vector<Box>;  // disjoint boxes

struct ClauseTable {
  std::vector<ClauseVariable> variables;
  std::vector<Region> clauses;   // what each clause decides
  std::vector<bool> ever_holds;  // whether anything makes its condition true, wherever it stands
  Region uncovered;              // what none does
  bool complete = true;          // false: too many boxes, the table was given up
};

ClauseTable gate_table(const Plan& plan, const Gate& gate, const Edition& edition);
ClauseTable rule_table(const Plan& plan, const Rule& rule, const Edition& edition);

// One check-in of the box as a coach would say it: "soreness 5, energy 2, strength not asked".
std::string describe_check_in(const Plan& plan, const ClauseTable& table, const Box& box);

// Does every check-in of the region report this group, at most this sore, and (from the report on
// at which that is asked) with every functional question answered with no?
bool only_fresh(const ClauseTable& table, const Region& region, GroupId group, int at_most,
                const Edition& edition);

// Does the clause take the check-in in which nothing that may be left unanswered was answered?
bool takes_unanswered(const ClauseTable& table, std::size_t clause);

}  // namespace meso
