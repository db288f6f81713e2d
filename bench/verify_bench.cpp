// What verification costs, cold, with the states that it visits and the memory that it holds at
// most: for 4 to 52 equal weeks, for the examples whose paths have to be walked, for a long plan
// whose gates ask for everything, and for one that is made to be dear.
#include <benchmark/benchmark.h>

#include <string>

#include "bench/allocations.h"
#include "bench/compiled_file.h"
#include "bench/generate_plans.h"
#include "bench/hostile_plan.h"
#include "compiler/driver/heap.h"
#include "compiler/verify/verify.h"

namespace meso::bench {
namespace {

[[maybe_unused]] const bool is_prepared = (prepare_heap(), true);

// Everything from the plan on: nothing is kept from one round to the next.
void verify_cold(benchmark::State& state, const Plan& plan, const Edition& edition) {
  std::size_t states = 0;
  watch_peak();
  for (auto _ : state) {
    const PlanFacts facts(plan, edition);
    const RunPlan run(plan, edition);
    const Verification verification = verify(facts, run);
    states = verification.states;
    benchmark::DoNotOptimize(states);
  }
  state.counters["states"] = benchmark::Counter(static_cast<double>(states));
  state.counters["MB"] = benchmark::Counter(static_cast<double>(peak_bytes()) / 1e6);
}

// Push, pull, legs, six days a week: the weeks of its one block are made as many as asked for.
void equal_weeks(benchmark::State& state) {
  Compiled compiled = compiled_file(MESO_SOURCE_DIR "/examples/literal/ppl.meso");
  Block& block = compiled.plan.blocks[BlockId{0}];
  const auto weeks = static_cast<std::size_t>(state.range(0));
  block.weeks.resize(weeks, block.weeks.back());
  block.length = {static_cast<int>(weeks), static_cast<int>(weeks)};
  verify_cold(state, compiled.plan, *compiled.edition);
}
BENCHMARK(equal_weeks)->Arg(4)->Arg(8)->Arg(16)->Arg(32)->Arg(52)->Unit(benchmark::kMillisecond);

void example(benchmark::State& state, const std::string& name) {
  const Compiled compiled = compiled_file(MESO_SOURCE_DIR "/examples/" + name);
  verify_cold(state, compiled.plan, *compiled.edition);
}
BENCHMARK_CAPTURE(example, three_days, "literal/dup.meso")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(example, four_days, "literal/phul.meso")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(example, four_days_gated, "four-day-gated.meso")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(example, six_days, "literal/ppl.meso")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(example, weeks_that_differ, "literal/sheiko.meso")->Unit(benchmark::kMillisecond);

void generated(benchmark::State& state, const std::string& text) {
  const Compiled compiled = compiled_text(text, "generated.meso");
  verify_cold(state, compiled.plan, *compiled.edition);
}
BENCHMARK_CAPTURE(generated, five_hundred_lines, five_hundred_lines(1))
    ->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(generated, intricate, hostile_plan(Hostility::intricate))
    ->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(generated, wide, hostile_plan(Hostility::wide))->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace meso::bench
