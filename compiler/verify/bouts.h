// How hard a bout each session is for each group that it trains, pass by pass: what the recovery
// table's classes are read from.
//
// A class holds on every path that leads to the pass. Dose and accustomed dose are those that are
// prescribed, lightened or not; a lift is protected by the bouts that surely came before. Where
// check-ins may change the order of a pass, that leaves out the pass itself.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "compiler/verify/facts.h"
#include "runtime/recovery.h"

namespace meso {

// May a swap, or a session that is overdue, change the order of this week's sessions?
bool order_may_vary(const Plan& plan, const Block& block, const Week& week);

class Bouts {
 public:
  explicit Bouts(const PlanFacts& facts);

  // Of the n-th session that the week of a pass lists; nothing where it doesn't train the group.
  // `pass` is an index into PlanFacts::passes.
  std::optional<BoutClass> of(std::size_t pass, std::size_t nth, GroupId group) const;

 private:
  friend class BoutWalk;
  std::size_t groups_;
  std::vector<std::vector<std::int8_t>> classes_;  // by pass; nth x groups + group; -1: none
};

}  // namespace meso
