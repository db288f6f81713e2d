// The verifier against the oracle, both ways.
#include <catch2/catch.hpp>

#include "compiler/verify/verify.h"
#include "tests/support/compile_text.h"
#include "tests/verify/oracle.h"
#include "tests/verify/tiny_plans.h"

namespace meso::test {
namespace {

// Both ways, and the shortest path is as long.
bool agree(const PropertyResult& result, const std::optional<OraclePath>& path) {
  switch (result.proof) {
    case Proof::proved: return !path;
    case Proof::refuted: return path && result.violations.front().path.back().day == path->day();
    case Proof::not_proved: return false;
  }
  return false;
}

}  // namespace

TEST_CASE("the verifier and the oracle agree on 2,000 tiny plans", "[verifier]") {
  for (std::uint64_t seed = 0; seed < 2000; ++seed) {
    const CompiledText plan = compile_text(tiny_plan(seed));
    const PlanFacts facts(plan.plan(), *plan.compiled.edition);
    const RunPlan run(plan.plan(), *plan.compiled.edition);
    const Verification verified = verify(facts, run);
    const OracleResult walked = ask_oracle(facts, run);
    for (const Property property :
         {Property::gap_safe, Property::latent_safe, Property::recovers}) {
      const PropertyResult& result = verified.of(property);
      const auto& path = walked.of(result.property);
      INFO("seed " << seed << "\n"
                   << tiny_plan(seed) << text(result.property) << " is " << text(result.proof)
                   << " " << result.why << "; the oracle: " << text(facts.plan, path));
      CHECK(agree(result, path));
    }
  }
}

}  // namespace meso::test
