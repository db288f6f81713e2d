// The verifier against the oracle, both ways.
#include <catch2/catch.hpp>

#include "compiler/verify/verify.h"
#include "tests/support/compile_text.h"
#include "tests/verify/oracle.h"
#include "tests/verify/tiny_plans.h"

namespace meso::test {
namespace {

// The day of the shortest path; nothing where none is known.
std::optional<int> day_of(const PropertyResult& result) {
  if (result.proof != Proof::refuted) return std::nullopt;
  return result.violations.front().path.back().day;
}

void check_agreement(const PlanFacts& facts, const RunPlan& run) {
  const Verification verified = verify(facts, run);
  const OracleResult walked = ask_oracle(facts, run);
  for (const PropertyResult& result : verified.results) {
    const auto& path = walked.of(result.property);
    INFO(text(result.property) << " is " << text(result.proof) << " " << result.why
                               << "; the oracle: " << text(facts.plan, path));
    CHECK(day_of(result) == (path ? std::optional(path->day()) : std::nullopt));
  }
}

}  // namespace

TEST_CASE("the verifier and the oracle agree on 2,000 tiny plans", "[.verifier]") {
  for (std::uint64_t seed = 0; seed < 2000; ++seed) {
    const CompiledText plan = compile_text(tiny_plan(seed));
    INFO("seed " << seed << "\n" << tiny_plan(seed));
    const PlanFacts facts(plan.plan(), *plan.compiled.edition);
    const RunPlan run(plan.plan(), *plan.compiled.edition);
    check_agreement(facts, run);
  }
}

}  // namespace meso::test
