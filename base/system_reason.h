// What the system says of a failed call, in words that stand after a path and a colon.
#pragma once

#include <string>
#include <system_error>

#include "base/text.h"

namespace meso {

// "permission denied" for EACCES.
inline std::string system_reason(int code) {
  std::string reason = std::generic_category().message(code);
  if (!reason.empty()) reason[0] = to_lower(reason[0]);
  return reason;
}

}  // namespace meso
