// What a session's gate may say of a check-in, as one muscle group sees it: its own report and its
// own strength bound the answers, and everything else may be anything.
#pragma once

#include <array>
#include <cstdint>

#include "compiler/verify/clause_table.h"
#include "runtime/groups.h"
#include "runtime/step/run_plan.h"

namespace meso {

// What the group's recovery allows today: reports from 0 to `sorest`; that strength is restored
// may be true, and may be false.
struct RecoveryCell {
  static constexpr std::size_t kCells = 11 * 4;
  int sorest = 0;
  bool may_be_strong = true, may_be_weak = false;
  std::size_t index() const {
    return static_cast<std::size_t>(sorest) * 4 + (may_be_strong ? 2 : 0) + (may_be_weak ? 1 : 0);
  }
};

// How a gate may release a session, or send the athlete to another one.
enum Releases : std::uint8_t {
  kWithStrength = 1,  // by a clause that asks for strength restored
  kTrainUnasked = 2,  // in full, by one that doesn't
  kLightenUnasked = 4,
  kSwaps = 8,
};
inline constexpr std::uint8_t kUnasked = kTrainUnasked | kLightenUnasked;
inline constexpr std::uint8_t kReleased = kUnasked | kWithStrength;

class GateReleases {
 public:
  GateReleases(const RunPlan& run, const ClauseTable& table, SessionId session, GroupId group);
  std::uint8_t operator[](const RecoveryCell& cell) const { return by_cell_[cell.index()]; }
  // All that it may do in any cell, and whether the cell matters.
  std::uint8_t ever() const;
  bool reads_recovery() const;

 private:
  std::array<std::uint8_t, RecoveryCell::kCells> by_cell_{};
};

// Whether the clause holds only where strength is restored.
bool asks_strength(const GateClause& clause);

}  // namespace meso
