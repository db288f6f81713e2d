// The lift whose last warm-up set tells whether strength is restored.
#pragma once

#include "runtime/plan.h"

namespace meso {

// The session's first compound lift of which an estimated max can be made, else its first such
// lift; null where there is none: bodyweight, holds, distances.
const Line* probe_of(const Plan& plan, const Session& session);

}  // namespace meso
