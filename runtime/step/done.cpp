#include "runtime/step/done.h"

namespace meso {

Decimal estimated_max(Decimal load, Decimal reps) {
  if (reps <= Decimal::whole(1)) return load;
  return load * (Decimal::whole(30) + reps) / Decimal::whole(30);
}

}  // namespace meso
