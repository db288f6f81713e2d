// What the verifier must find, found by brute force: every day-by-day path of a small plan, taken
// with the concrete step. Each day the person either does nothing, or checks in with any answers
// that their body allows, and then does what the check-in decides or leaves it.
//
// For plans without rules, events, `for N days` and `days off`.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "compiler/verify/facts.h"
#include "compiler/verify/verify.h"
#include "runtime/step/control.h"

namespace meso::test {

struct OracleStep {
  int day = 0;  // from the first day of the plan, 0
  SessionRef session;
  CheckIn answers;  // of that day
};

// A shortest path to a session that breaks a property; that session comes last.
struct OraclePath {
  GroupId group;
  std::vector<OracleStep> steps;
  int day() const { return steps.back().day; }
};

struct OracleResult {
  std::array<std::optional<OraclePath>, kProperties> refuted;  // by Property
  std::size_t states = 0;
  const std::optional<OraclePath>& of(Property property) const {
    return refuted[static_cast<std::size_t>(property)];
  }
};

struct OracleOptions {
  std::size_t most_states = 2'000'000;  // far beyond what a tiny plan has; throws where it has more
  // Slowly: all numbers are answered, nothing is worked out once for many days, and old days are
  // told apart for longer. It has to come to the same.
  bool plain = false;
};
OracleResult ask_oracle(const PlanFacts& facts, const RunPlan& run,
                        const OracleOptions& options = {});

// "day 0 A, day 3 B"; "none".
std::string text(const Plan& plan, const std::optional<OraclePath>& path);

}  // namespace meso::test
