// What the verifier is asked to look for: the bounds of the guidelines that read its findings.
#pragma once

#include "compiler/guidelines/guideline.h"

namespace meso {

VolumeBounds volume_bounds(const InForce& in_force);  // in volume_jump.cpp
LoadBounds load_bounds(const InForce& in_force);      // in load_jump.cpp

}  // namespace meso
