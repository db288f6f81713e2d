#include "tests/verify/agreement.h"

#include <algorithm>

namespace meso::test {

bool agree(const PropertyResult& result, const std::optional<OraclePath>& path) {
  switch (result.proof) {
    case Proof::proved: return !path;
    case Proof::refuted: return path && result.violations.front().lived.back().day == path->day();
    case Proof::not_proved: return false;
  }
  return false;
}

bool agree(const Verification& verified, const OracleResult& walked) {
  return std::all_of(kGapProperties.begin(), kGapProperties.end(), [&](Property property) {
    return agree(verified.of(property), walked.of(property));
  });
}

}  // namespace meso::test
