// The verifier against the oracle, both ways.
#include "tests/verify/agreement.h"

#include <catch2/catch.hpp>

#include "tests/support/compile_text.h"
#include "tests/verify/tiny_plans.h"

namespace meso::test {
namespace {

void check_agreement(const std::string& source) {
  const CompiledText plan = compile_text(source);
  const PlanFacts facts(plan.plan(), *plan.compiled.edition);
  const RunPlan run(plan.plan(), *plan.compiled.edition);
  const Verification verified = verify(facts, run);
  const OracleResult walked = ask_oracle(facts, run);
  for (const Property property : kGapProperties) {
    const PropertyResult& result = verified.of(property);
    const auto& path = walked.of(property);
    INFO(source << text(property) << " is " << text(result.proof) << " " << result.why
                << "; the oracle: " << text(facts.plan, path));
    CHECK(agree(result, path));
  }
}

}  // namespace

TEST_CASE("the verifier and the oracle agree on 2,000 tiny plans", "[verifier]") {
  for (std::uint64_t seed = 0; seed < 2000; ++seed) {
    INFO("seed " << seed);
    check_agreement(tiny_plan(seed));
  }
}

TEST_CASE("the verifier and the oracle agree on 150 tiny plans with fixed days", "[verifier]") {
  for (std::uint64_t seed = 0; seed < 150; ++seed) {
    INFO("seed " << seed);
    check_agreement(tiny_plan(seed, TinyKind::fixed_days));
  }
}

}  // namespace meso::test
