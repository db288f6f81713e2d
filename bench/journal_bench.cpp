// The athlete's log: ten thousand records, some fourteen years of one athlete.
#include <benchmark/benchmark.h>

#include <string>

#include "bench/allocations.h"
#include "bench/compiled_file.h"
#include "bench/generate_logs.h"
#include "bench/played_log.h"
#include "compiler/driver/heap.h"
#include "runtime/journal/journal.h"
#include "runtime/replay/replay.h"

namespace meso::bench {
namespace {

constexpr int kEntries = 10'000;

const std::string& log() {
  static const std::string text = generate_log(kEntries);
  return text;
}

// On the heap that `meso` prepares for itself: without it, page faults cost more than the reading.
[[maybe_unused]] const bool is_prepared = (prepare_heap(), true);

void read_log_10000_entries(benchmark::State& state) {
  const Journal first = read_journal(log());
  if (!first.problems.empty() || first.entries.size() != kEntries)
    return state.SkipWithError("the log isn't read as it should be");
  const std::uint64_t before = allocations();
  read_journal(log());
  const std::uint64_t asked = allocations() - before;
  for (auto _ : state) benchmark::DoNotOptimize(read_journal(log()));
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(log().size()));
  state.counters["allocations"] = static_cast<double>(asked);
}
BENCHMARK(read_log_10000_entries)->Unit(benchmark::kMillisecond);

void write_log_10000_entries(benchmark::State& state) {
  const Journal journal = read_journal(log());
  for (auto _ : state)
    for (const Entry& entry : journal.entries) benchmark::DoNotOptimize(entry_text(entry));
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(log().size()));
}
BENCHMARK(write_log_10000_entries)->Unit(benchmark::kMillisecond);

// The whole way from a log to where the athlete is: read, checked against its plan, replayed.
void replay_log_10000_entries(benchmark::State& state) {
  Compiled compiled = compiled_file(MESO_SOURCE_DIR "/examples/four-day-gated.meso");
  const LogNames names(compiled.plan);
  const RunPlan run(compiled.plan, *compiled.edition);
  const std::string text = played_log(run, kEntries);
  for (auto _ : state) {
    const Journal journal = read_journal(text);
    const Replayed replayed = replay(run, names, journal);
    if (!replayed.problems.empty())
      return state.SkipWithError(replayed.problems.front().message.c_str());
    benchmark::DoNotOptimize(replayed);
  }
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(text.size()));
}
BENCHMARK(replay_log_10000_entries)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace meso::bench
