// The whole numbers that a comparison lets through, against the comparison itself.
#include <catch2/catch.hpp>

#include "runtime/step/readiness.h"

namespace meso {

TEST_CASE("whole bounds: they let through what the comparison does") {
  for (int compare = 0; compare <= static_cast<int>(Compare::within); ++compare)
    for (int low = -8; low <= 44; ++low)
      for (int high = low; high <= 44; high += 3) {
        const auto how = static_cast<Compare>(compare);
        const Decimal from = Decimal::ratio(low, 4), to = Decimal::ratio(high, 4);
        const WholeBounds bounds = whole_bounds(how, from, to);
        for (int n = -3; n <= 12; ++n) {
          CAPTURE(compare, low, high, n);
          CHECK(bounds(n) == compares(how, Decimal::whole(n), from, to));
        }
      }
}

}  // namespace meso
