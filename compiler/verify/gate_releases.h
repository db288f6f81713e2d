// What a session's gate may say of a check-in, as far as the groups that are followed bound it:
// their own reports and their own strength; everything else may be anything.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <unordered_map>
#include <utility>
#include <vector>

#include "compiler/verify/budget.h"
#include "compiler/verify/clause_table.h"
#include "runtime/groups.h"
#include "runtime/step/run_plan.h"

namespace meso {

// Sets of groups that are followed together: of each the worst counts.
inline constexpr std::size_t kMostFollowed = 4;

// What recovery allows of a followed set today: reports from 0 to `sorest`; that strength is back
// may be true, and may be false.
struct RecoveryCell {
  std::uint8_t sorest = 0;
  bool may_be_strong = true, may_be_weak = false;
};
using RecoveryCells = std::array<RecoveryCell, kMostFollowed>;

// How a gate may release a session, or send the athlete to another one: a bit each.
inline constexpr std::uint8_t kWithStrength = 1;  // by a clause that asks for strength restored
inline constexpr std::uint8_t kTrainUnasked = 2;  // in full, by one that doesn't
inline constexpr std::uint8_t kLightenUnasked = 4;
inline constexpr std::uint8_t kSwapsBlaming = 8;  // a group, for its report
inline constexpr std::uint8_t kSwapsAnyway = 16;  // else it blames all that the session trains
inline constexpr std::uint8_t kSwaps = kSwapsBlaming | kSwapsAnyway;
inline constexpr std::uint8_t kUnasked = kTrainUnasked | kLightenUnasked;
inline constexpr std::uint8_t kReleased = kUnasked | kWithStrength;

class GateReleases {
 public:
  GateReleases(const RunPlan& run, const ClauseTable& table, SessionId session,
               const std::vector<GroupSet>& followed, Budget& budget);

  std::uint8_t operator()(const RecoveryCells& cells) const;
  // The same on a check-in on which the head's gate swaps.
  std::uint8_t beside(const GateReleases& head, const RecoveryCells& cells) const;
  // May one of these groups be to blame for a swap?
  bool may_blame(GroupSet among, const RecoveryCells& cells) const;
  // Whether what is followed can matter to it.
  bool reads_recovery() const { return reads_recovery_; }

 private:
  struct Bounds {                 // what of the followed sets bounds a variable of the table
    std::uint8_t sorest = 0;      // sets: the least of their reports is the most
    std::uint8_t impaired = 0;    // sets: one that can't be sore enough rules a yes out
    std::uint8_t not_strong = 0;  // sets: one that can't be strong rules a yes out
    std::uint8_t not_weak = 0;    // sets: one that must be strong rules a no out
  };
  std::uint8_t swaps(const GateClause& clause, const RecoveryCells& cells) const;
  std::uint8_t blames(const Atom& atom, GroupSet among, const RecoveryCells& cells) const;
  Bounds reads_of(const ClauseVariable& variable, const RunPlan& run, SessionId session,
                  const std::vector<GroupSet>& followed) const;
  std::uint8_t work_out(const RecoveryCells& cells) const;
  std::vector<std::uint64_t> masks(const RecoveryCells& cells) const;
  std::uint8_t work_out_beside(const GateReleases& head, const RecoveryCells& cells) const;
  using SharedVariables = std::vector<std::pair<std::size_t, std::size_t>>;
  SharedVariables shared_with(const GateReleases& head) const;
  std::uint64_t allowed(std::size_t variable, const RecoveryCells& cells) const;

  bool any_meets(const Region& region, const std::vector<std::uint64_t>& allowed) const;

  const ClauseTable& table_;
  Budget& budget_;
  const Gate& gate_;
  const SessionFacts& facts_;
  std::vector<GroupSet> followed_;
  int functional_from_;
  std::vector<Bounds> reads_;  // by variable
  bool reads_recovery_ = false;
  mutable std::unordered_map<std::uint64_t, std::uint8_t> known_;  // by cells
  mutable std::map<std::pair<const GateReleases*, std::uint64_t>, std::uint8_t> known_beside_;
};

// Whether the clause holds only where strength is restored.
bool asks_strength(const GateClause& clause);
// What the session's probe lift works directly.
GroupSet probed_groups(const RunPlan& run, SessionId session);
// What the atom is told about: the groups that it names, or all of the session's.
GroupSet told_about(const Atom& atom, const SessionFacts& facts);
inline bool is_about_groups(const Atom& atom) {
  return atom.reads == Reads::soreness || is_functional(atom.reads);
}
// Groups that a gate names: `soreness of quads`.
GroupSet groups_named(const Gate& gate);

}  // namespace meso
