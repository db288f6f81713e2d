// What the system says of a failed call, in the words of our own reasons.
#pragma once

#include "base/system_reason.h"
#include "compiler/source/file_system.h"

namespace meso {

// "permission denied" for EACCES: it stands after a path and a colon.
inline IoError system_error(int code) { return {system_reason(code)}; }

}  // namespace meso
