// A plan that was loaded may hold weeks without sessions: they are passed by, wherever they stand.
#include <catch2/catch.hpp>

#include "compiler/verify/verify.h"
#include "runtime/step/place.h"
#include "tests/support/compile_text.h"

namespace meso::test {

TEST_CASE("weeks without sessions are passed by", "[verifier]") {
  Plan plan =
      compile_text(
          "plan \"Gaps\"\n  guidelines 2026\n  level intermediate\n  familiar leg extension\n"
          "block \"A\" 3 weeks\n  session \"Legs\"\n    leg extension 3x10 @ RIR 2\n"
          "block \"B\" 2 weeks\n  session \"Legs\"\n    leg extension 3x10 @ RIR 2\n")
          .plan();
  for (const std::size_t week : {0U, 2U}) plan.blocks[BlockId{0}].weeks[week].sessions.clear();
  plan.blocks[BlockId{1}].weeks[1].sessions.clear();

  const Place first = start_of(plan, BlockId{0}, 0);
  CHECK(first.week == 1);
  CHECK(is_last_week(plan, first, false));
  const auto second = after_week(plan, first, false);
  REQUIRE(second);
  CHECK(second->block == BlockId{1});
  CHECK(is_last_week(plan, *second, false));
  CHECK_FALSE(after_week(plan, *second, false));

  const Edition& edition = *edition_of(2026);
  const PlanFacts facts(plan, edition);
  const RunPlan run(plan, edition);
  CHECK(facts.passes.size() == 2);
  CHECK(verify(facts, run).of(Property::gap_safe).proof == Proof::proved);  // six days apart: 144 h
}

}  // namespace meso::test
