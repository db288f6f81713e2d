// Athlete-days a second on one core, on some of the examples.
#include <benchmark/benchmark.h>

#include <string>

#include "bench/allocations.h"
#include "bench/compiled_file.h"
#include "compiler/driver/heap.h"
#include "runtime/simulate/simulate.h"

namespace meso::bench {
namespace {

[[maybe_unused]] const bool is_prepared = (prepare_heap(), true);

constexpr int kAthletes = 200;

void athlete_days(benchmark::State& state, const std::string& example) {
  const Compiled compiled = compiled_file(MESO_SOURCE_DIR "/examples/" + example);
  const RunPlan run(compiled.plan, *compiled.edition);
  const simulate::SimulatedPlan plan(run);
  simulate::Request request;
  request.athletes = kAthletes;
  std::int64_t days = 0;
  const std::uint64_t before = allocations();
  const std::int64_t first = simulate::simulate(plan, request).athlete_days;
  const auto asked = static_cast<double>(allocations() - before);
  for (auto _ : state) days += simulate::simulate(plan, request).athlete_days;
  state.counters["days/s"] =
      benchmark::Counter(static_cast<double>(days), benchmark::Counter::kIsRate);
  state.counters["allocations/day"] = asked / static_cast<double>(first);
}
BENCHMARK_CAPTURE(athlete_days, four_day_gated, "four-day-gated.meso")
    ->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(athlete_days, three_day_shared, "three-day-shared.meso")
    ->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(athlete_days, starting_strength, "literal/starting-strength.meso")
    ->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(athlete_days, five_three_one, "531-bbb.meso")->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace meso::bench
