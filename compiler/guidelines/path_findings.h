// What the verifier found, gathered by the session that a coach will change.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "compiler/guidelines/guideline.h"

namespace meso {

struct PathFinding {
  Property property = Property::gap_safe;
  const Violation* worst = nullptr;  // what a coach sees at once: main groups, the widest gap
  std::vector<GroupId> groups;       // all that it holds for
};

// By where the sessions are written. One session stands in the plan once for each week that
// differs.
std::vector<PathFinding> path_findings(const GuidelineCheck& check, Property property);

const Session& session_of(const Plan& plan, SessionId id);
// "usual work (class B)": the letter is the recovery table's.
std::string class_text(BoutClass bout_class);
// The path in words, and the other groups that it goes for.
void tell_path(Diagnostic& d, const GuidelineCheck& check, const PathFinding& finding);

// The days of a played path on which a session matters to the finding; `broke` came of the last.
void tell_days(Diagnostic& d, const GuidelineCheck& check, const std::vector<PathDay>& path,
               const std::string& broke, const std::function<bool(SessionId)>& matters);

// The smallest changes that mend it, each verified.
void tell_mends(Diagnostic& d, const GuidelineCheck& check, const PathFinding& finding);

}  // namespace meso
