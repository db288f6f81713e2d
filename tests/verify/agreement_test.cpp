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
std::optional<int> day_of(const std::optional<OraclePath>& path) {
  return path ? std::optional(path->day()) : std::nullopt;
}

// Nothing is called proved that some path breaks, and no path is shorter than the shortest.
bool is_sound(const PropertyResult& result, const std::optional<OraclePath>& path) {
  switch (result.proof) {
    case Proof::proved: return !path;
    case Proof::refuted: return path && *day_of(result) >= path->day();
    case Proof::not_proved: return true;
  }
  return false;
}

// `agree(result, path)` for each property of so many tiny plans.
template <class Agree>
void compare(std::uint64_t plans, Agree agree) {
  for (std::uint64_t seed = 0; seed < plans; ++seed) {
    const CompiledText plan = compile_text(tiny_plan(seed));
    const PlanFacts facts(plan.plan(), *plan.compiled.edition);
    const RunPlan run(plan.plan(), *plan.compiled.edition);
    const Verification verified = verify(facts, run);
    const OracleResult walked = ask_oracle(facts, run);
    for (const PropertyResult& result : verified.results) {
      const auto& path = walked.of(result.property);
      INFO("seed " << seed << "\n"
                   << tiny_plan(seed) << text(result.property) << " is " << text(result.proof)
                   << " " << result.why << "; the oracle: " << text(facts.plan, path));
      CHECK(agree(result, path));
    }
  }
}

}  // namespace

TEST_CASE("what the verifier proves or refutes is so on every path of tiny plans", "[verifier]") {
  compare(500, is_sound);
}

TEST_CASE("the verifier and the oracle agree on 2,000 tiny plans", "[.verifier]") {
  compare(2000, [](const PropertyResult& result, const std::optional<OraclePath>& path) {
    return day_of(result) == day_of(path);
  });
}

}  // namespace meso::test
