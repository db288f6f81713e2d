// Near-miss pairs: two plans one line apart, one proved and one not. Each file of
// tests/verify/pairs says what is expected, worked out by hand before the verifier was written.
#include "tests/verify/near_miss_pairs.h"

#include <catch2/catch.hpp>

namespace meso::test {
TEST_CASE("near-miss pairs: one line decides", "[verifier]") {
  const auto pairs = near_miss_pairs();
  CHECK(pairs.size() >= 20);
  for (const NearMissPair& pair : pairs) {
    INFO(pair.name);
    const auto property = property_of(pair.property);
    REQUIRE(property);
    const bool with_day = pair.tells_day();
    CHECK(outcome(compile_text(pair.good_plan), *property, with_day) == pair.good);
    CHECK(outcome(compile_text(pair.bad_plan), *property, with_day) == pair.bad);
  }
}

}  // namespace meso::test
