// What the system says of a failed call, in the words of our own reasons.
#pragma once

#include <string>
#include <system_error>

#include "base/text.h"
#include "compiler/source/file_system.h"

namespace meso {

// "permission denied" for EACCES: it stands after a path and a colon.
inline IoError system_error(int code) {
  std::string reason = std::generic_category().message(code);
  if (!reason.empty()) reason[0] = to_lower(reason[0]);
  return {reason};
}

}  // namespace meso
