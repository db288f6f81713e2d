// Clauses of rules that nothing reaches.
#include <catch2/catch.hpp>

#include <string>

#include "tests/support/compile_text.h"

namespace meso::test {
namespace {

bool unreachable(const std::string& clauses) {
  return compile_text(small_plan("rule r(step)\n" + clauses, "back squat 3x5-8 r(2.5 kg)"))
      .has("never-reached");
}

}  // namespace

TEST_CASE("a wider clause above leaves nothing for a narrower one") {
  CHECK(
      unreachable("when all sets done then load + step\n"
                  "when all sets reach top of range then load + 5 kg"));
  CHECK_FALSE(
      unreachable("when all sets reach top of range then load + 5 kg\n"
                  "when all sets done then load + step"));
  CHECK(unreachable("when missed then load x 90%\nwhen missed twice in a row then load x 80%"));
  CHECK_FALSE(
      unreachable("when missed twice in a row then load x 80%\nwhen missed then load x 90%"));
  CHECK(
      unreachable("when missed twice in a row then load x 90%\n"
                  "when missed 3 times in a row then load x 80%"));
}

TEST_CASE("numbers leave nothing, or something") {
  CHECK(
      unreachable("when reps of last set >= 6 then load + step\n"
                  "when reps of last set in 7-9 then load + 5 kg"));
  CHECK_FALSE(
      unreachable("when reps of last set >= 8 then load + 5 kg\n"
                  "when reps of last set >= 6 then load + step"));
  CHECK(unreachable("when exposures <= 3 and exposures > 5 then load + step"));
}

TEST_CASE("all sets done and missed decide every result between them") {
  CHECK(
      unreachable("when all sets done then load + step\nwhen missed then load x 90%\n"
                  "when better than last then load + 5 kg"));
}

TEST_CASE("clauses with an event have their own turn") {
  CHECK_FALSE(
      unreachable("when all sets done then load + step\nwhen missed then load x 90%\n"
                  "when block ends and missed once this block then load x 90%"));
}

TEST_CASE("parameters are taken as they stand") {
  CHECK_FALSE(
      unreachable("when reps of last set >= step then load + 2.5 kg\n"
                  "when reps of last set >= 6 then load x 90%"));
}

}  // namespace meso::test
