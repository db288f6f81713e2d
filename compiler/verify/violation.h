// What a path that came true tells: whose bout wasn't over, and by how much.
#pragma once

#include "compiler/verify/replay_path.h"

namespace meso {

// The bout of the group that is furthest from over.
Violation violation_of(const Breach& breach, GroupId group, const LivedPath& replayed,
                       const RunPlan& run, EnvelopeMode mode);

}  // namespace meso
