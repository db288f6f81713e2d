#include "runtime/journal/journal.h"

#include <algorithm>

namespace meso {

std::string_view text(EntryKind kind) {
  switch (kind) {
    case EntryKind::check_in: return "check-in";
    case EntryKind::session: return "session";
    case EntryKind::off_plan: return "off-plan";
    case EntryKind::skip: return "skip";
    case EntryKind::drop: return "drop";
    case EntryKind::unavailable: return "unavailable";
    case EntryKind::red_flag: return "red flag";
    case EntryKind::cleared: return "cleared";
    case EntryKind::overruled: return "overrule";
    case EntryKind::athlete: return "athlete";
    case EntryKind::rename: return "rename";
    case EntryKind::move: return "continue";
    case EntryKind::amend: return "amend";
    case EntryKind::remove: return "remove";
  }
  return "";
}

bool Journal::has_errors() const {
  return std::ranges::any_of(problems, [](const JournalProblem& problem) {
    return problem.severity == JournalProblem::Severity::error;
  });
}

}  // namespace meso
