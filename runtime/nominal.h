// The nominal path: every session released on its preferred or else earliest day, every set done
// at its target, no range topped. The first interpreter of a plan: sheets without a log, golden
// schedules, and guidelines that read the plain weeks.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "runtime/athlete.h"
#include "runtime/edition.h"
#include "runtime/loading.h"
#include "runtime/plan.h"
#include "runtime/queue.h"
#include "runtime/set_loads.h"

namespace meso {

struct NominalLine {
  const Line* line = nullptr;
  std::uint32_t stage = 0;         // of a staged scheme: the first on this path
  std::vector<PlannedLoad> loads;  // one a set group of that stage
};

struct NominalSession {
  int day = 0;  // days after the first day of the plan: the date it `starts` on, else a Monday
  BlockId block;
  int run = 0;   // of the block, zero-based
  int pass = 0;  // week or rotation of the run, zero-based
  WeekKind kind = WeekKind::loading;
  std::uint32_t session = 0;       // into Block::sessions
  std::vector<NominalLine> lines;  // parallel to Session::lines
};

struct NominalPath {
  std::vector<NominalSession> sessions;  // in order
};

// Pointers into `plan`: it must outlive the result. `athlete` may be null.
NominalPath nominal_path(const Plan& plan, const Edition& edition, const Athlete* athlete);

}  // namespace meso
