// The recovery table in whole days, as the verifier counts: what must be over by when.
#pragma once

#include "runtime/edition.h"
#include "runtime/recovery.h"

namespace meso {

// Days after a bout. The worst of the envelope is rounded up, the best down.
struct RecoveryDays {
  int clear = 0;        // no gate is needed from then on; of the last bout see `never_clear`
  int below_three = 0;  // soreness must be less than 3
  int gone = 0;         // and about none
  int sorest = 0;       // the highest report
  int strong_from = 0;  // before it strength can't be restored
  int strong = 0;       // by then it must be
  int latent = 0;       // soreness may still come, after hard work
  int typical_gap = 0;  // the least gap that R05 asks for
  bool never_clear = false;
  friend bool operator==(const RecoveryDays&, const RecoveryDays&) = default;
};

// The longer of each.
RecoveryDays worst_of(const RecoveryDays& a, const RecoveryDays& b);

RecoveryDays recovery_days(BoutClass bout_class, Level level, EnvelopeMode mode,
                           const Edition& edition);

}  // namespace meso
