// Every session that some check-in of a day lets be done, for the oracle: all answers that a body
// allows are given to the concrete decision, question by question as it asks them.
#pragma once

#include <array>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "runtime/step/control.h"
#include "tests/verify/body.h"

namespace meso::test {

struct Release {
  SessionRef session;
  const GateClause* clause = nullptr;  // of the session's own gate; null: it has none
  CheckIn answers;                     // of one check-in that does it
};

class Releases {
 public:
  // `plain`: all numbers are answered, and every day anew.
  Releases(const RunPlan& run, const Envelope& envelope, bool plain);
  // The queue has arrived at the day. What it decides doesn't depend on anything but what
  // `situation` holds, so that a situation is worked out once.
  const std::vector<Release>& of(const Control& control, const Body& body, int day);

 private:
  friend class Answering;
  std::string situation(const Control& control, const Body& body, int day) const;

  const RunPlan& run_;
  const Envelope& envelope_;
  bool plain_;
  GroupSet groups_ = 0;  // that anything trains
  // What tells answers apart: the least soreness of each cell, and a value of each cell of a scale.
  std::vector<int> soreness_;
  std::array<std::vector<int>, kScales> scales_;
  bool pain_ = false;  // some gate asks for it
  std::map<std::string, std::vector<Release>> known_;
};

}  // namespace meso::test
