// A change tried on a copy of the plan, and verified again.
#pragma once

#include <set>
#include <vector>

#include "compiler/verify/bouts.h"
#include "compiler/verify/mend_edits.h"
#include "compiler/verify/verify.h"

namespace meso {

// A violation with the property that it breaks.
struct Broken {
  Property property = Property::gap_safe;
  const Violation* violation = nullptr;
};

class MendTrials {
 public:
  // All must outlive it. `budget`: states, of all trials together.
  MendTrials(const PlanFacts& facts, const RunPlan& run, const Verification& found,
             EnvelopeMode mode, std::size_t budget);

  // All that breaks these properties at these sessions, by where they are written.
  std::vector<Broken> broken(const std::set<Property>& properties,
                             const std::set<SourceId>& sessions) const;
  // With the edit none of this is broken any more, and nothing else is worse. `groups`: those to
  // whom the edit can matter. What may be worse, but wasn't replayed, counts as worse.
  bool mends(const Edit& edit, const std::vector<Broken>& mended, GroupSet groups) {
    return tried(edit, mended, groups, false);
  }
  // The same, and what may be worse is replayed.
  bool mends_exactly(const Edit& edit, const std::vector<Broken>& mended, GroupSet groups) {
    return tried(edit, mended, groups, true);
  }
  // Days on which the path would break the property as well, were its last day put off until then.
  bool breaks_later(const Broken& broken, int day) const;

 private:
  bool tried(const Edit& edit, const std::vector<Broken>& mended, GroupSet groups, bool replayed);
  bool is_worse(const Verification& now) const;
  std::set<BrokenAt> known_before() const;
  BrokenAt place_of(const Broken& broken) const;

  const PlanFacts& facts_;
  const RunPlan& run_;
  const Verification& found_;
  EnvelopeMode mode_;
  std::size_t left_;
  Bouts bouts_;
};

}  // namespace meso
