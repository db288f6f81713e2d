// What a verification may cost: states, which are the same on every machine, and an end in any
// case.
#include <catch2/catch.hpp>

#include <chrono>
#include <fstream>

#include "bench/hostile_plan.h"
#include "compiler/verify/verify.h"
#include "tests/support/compile_text.h"
#include "tests/support/run_meso.h"
#include "tests/support/scratch_folder.h"

namespace meso::test {
namespace {

std::size_t states_of(const Plan& plan, const Edition& edition) {
  return verify(PlanFacts(plan, edition), RunPlan(plan, edition)).states;
}

std::size_t states_of_example(const std::string& name) {
  const CompiledText plan = compile_file(std::string(MESO_ROOT) + "/examples/" + name + ".meso");
  return states_of(plan.plan(), *plan.compiled.edition);
}

double seconds_since(std::chrono::steady_clock::time_point start) {
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

}  // namespace

TEST_CASE("verify: as many states as ever", "[verifier]") {
  CHECK(states_of_example("four-day-gated") == 0);
  CHECK(states_of_example("literal/dup") == 951);
  CHECK(states_of_example("literal/phul") == 12182);
  CHECK(states_of_example("literal/sheiko") == 75685);
}

TEST_CASE("verify: repeated weeks cost nothing", "[verifier]") {
  CompiledText text = compile_file(std::string(MESO_ROOT) + "/examples/literal/dup.meso");
  Plan& plan = text.compiled.plan;
  const auto with_weeks = [&](std::size_t weeks) {
    Block& block = plan.blocks[BlockId{0}];
    block.weeks.resize(weeks, block.weeks.back());
    block.length = {static_cast<int>(weeks), static_cast<int>(weeks)};
    return states_of(plan, *text.compiled.edition);
  };
  const std::size_t of_sixteen = with_weeks(16);
  CHECK(of_sixteen > 0);
  CHECK(with_weeks(52) == of_sixteen);
}

TEST_CASE("verify: a plan that is made to be dear ends with what its budget allows", "[verifier]") {
  const ScratchFolder folder;
  for (const bench::Hostility how : {bench::Hostility::intricate, bench::Hostility::wide}) {
    std::ofstream(folder("hostile.meso")) << bench::hostile_plan(how);
    const auto start = std::chrono::steady_clock::now();
    const RunResult result =
        run_meso({"verify", folder("hostile.meso"), "--budget", "20000", "--stats"});
    INFO(result.out << result.err);
    CHECK(result.exit_code == 1);
    CHECK(result.out.find("not proved") != std::string::npos);
    CHECK(result.out.find("the budget ran out at ") != std::string::npos);
    CHECK(seconds_since(start) < 60);  // without optimization, beside other tests
  }
}

TEST_CASE("verify: what was found is told, though the budget runs out", "[verifier]") {
  const CompiledText plan = compile_text(bench::hostile_plan(bench::Hostility::wide));
  const PlanFacts facts(plan.plan(), *plan.compiled.edition);
  const RunPlan run(plan.plan(), *plan.compiled.edition);
  VerifyOptions options;
  options.budget = 200'000;
  const Verification verified = verify(facts, run, options);
  CHECK(verified.of(Property::recovers).proof == Proof::refuted);
  CHECK(verified.of(Property::gap_safe).proof != Proof::proved);
  CHECK(verified.states < 3 * options.budget);
}

}  // namespace meso::test
