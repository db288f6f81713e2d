// The smallest changes to a plan that mend what was found. Each was made in a copy of the plan,
// and verified again: the finding is gone and nothing else is worse.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "compiler/verify/verify.h"

namespace meso {

struct MendOptions {
  EnvelopeMode mode = EnvelopeMode::worst;
  // States, for all findings of a plan together; nothing: half of what finding them took.
  std::optional<std::size_t> budget;
  std::function<Gate()> default_gate;  // of lib/, where the plan has no gate yet; may be empty
};

// "wait: `at least 4 days after "Lower A"` in "Lower B"", the least change first.
using Mends = std::vector<std::string>;

class Mending {
 public:
  // All must outlive it.
  Mending(const PlanFacts& facts, const RunPlan& run, const Verification& found,
          MendOptions options);
  ~Mending();
  Mending(const Mending&) = delete;
  Mending& operator=(const Mending&) = delete;

  // For all that breaks the property at the session where this violation does. Nothing where none
  // of the changes tried is enough alone, or where the budget is spent.
  const Mends& of(Property property, const Violation& violation);

 private:
  class Work;
  const RunPlan& run_;
  std::unique_ptr<Work> work_;
  std::map<std::pair<Property, SourceId>, Mends> known_;  // by where the session is written
};

}  // namespace meso
