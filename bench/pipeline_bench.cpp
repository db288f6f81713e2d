// The pipeline in memory, stage by stage: what a change to one of them costs or saves.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include <benchmark/benchmark.h>

#include "bench/allocations.h"
#include "bench/generate_plans.h"
#include "compiler/driver/pipeline.h"
#include "compiler/diag/render_text.h"
#include "compiler/format/format.h"
#include "compiler/lower/lower.h"
#include "compiler/sheets/back_ends.h"
#include "compiler/syntax/parse.h"
#include "runtime/nominal.h"
#include "runtime/plan_json.h"

namespace meso::bench {
namespace {

constexpr std::size_t kCorpusBytes = 5'000'000;
constexpr std::size_t kPastedBytes = 1'000'000;
constexpr int kBadLines = 20'000;

struct Texts {
  SourceSet sources;
  std::vector<FileId> files;
  std::size_t bytes = 0;

  explicit Texts(std::vector<std::string> plans) {
    for (std::string& plan : plans) {
      bytes += plan.size();
      files.push_back(sources.add("plan.meso", std::move(plan)));
    }
  }
};

const Texts& examples() {
  static const Texts texts = [] {
    std::vector<std::string> plans;
    for (const auto& entry : std::filesystem::directory_iterator(MESO_SOURCE_DIR "/examples")) {
      if (entry.path().extension() != ".meso") continue;
      std::ifstream in(entry.path(), std::ios::binary);
      plans.emplace_back(std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>());
    }
    std::sort(plans.begin(), plans.end());  // folders are listed in any order
    return Texts(std::move(plans));
  }();
  return texts;
}
const Texts& one_plan() {
  static const Texts texts({five_hundred_lines(1)});
  return texts;
}
const Texts& corpus() {
  static const Texts texts(generate_corpus(kCorpusBytes));
  return texts;
}
const Texts& bad_lines() {
  static const Texts texts({generate_bad_lines(kBadLines)});
  return texts;
}

// Once through all texts; true when each had errors or none, as it should.
template <class Stage>
bool run_once(const Texts& texts, bool errors_expected, Stage stage) {
  bool as_expected = true;
  for (const FileId file : texts.files) {
    Sink sink;
    stage(texts.sources, file, sink);
    as_expected = as_expected && sink.has_errors() == errors_expected;
  }
  return as_expected;
}

// Bytes a second, and allocations a round. A plan that isn't what it should be would be measured
// for what it isn't, so that stops the benchmark.
template <class Stage>
void run(benchmark::State& state, const Texts& texts, bool errors_expected, Stage stage) {
  const std::uint64_t before = allocations();
  if (!run_once(texts, errors_expected, stage))
    return state.SkipWithError(errors_expected ? "no errors, but there should be"
                                               : "the plans have errors");
  const std::uint64_t asked = allocations() - before;
  for (auto _ : state) run_once(texts, errors_expected, stage);
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(texts.bytes));
  state.counters["allocations"] = static_cast<double>(asked);
}

void parse_stage(const SourceSet& sources, FileId file, Sink& sink) {
  benchmark::DoNotOptimize(parse(sources[file], file, sink));
}
void lower_stage(const SourceSet& sources, FileId file, Sink& sink) {
  Model model = build_model(parse(sources[file], file, sink), sources, built_in_catalogue(), sink);
  benchmark::DoNotOptimize(lower(model, sink));
}
void compile_stage(const SourceSet& sources, FileId file, Sink& sink) {
  benchmark::DoNotOptimize(compile(sources, file, sink));
}
// The error path ends in text.
void render_stage(const SourceSet& sources, FileId file, Sink& sink) {
  compile_stage(sources, file, sink);
  benchmark::DoNotOptimize(render_text(sink.all(), sources, {}));
}

#define MESO_STAGES(name, texts)                                                              \
  void parse_##name(benchmark::State& s) { run(s, texts(), false, parse_stage); }             \
  void parse_build_lower_##name(benchmark::State& s) { run(s, texts(), false, lower_stage); } \
  void compile_##name(benchmark::State& s) { run(s, texts(), false, compile_stage); }         \
  BENCHMARK(parse_##name)->Unit(benchmark::kMillisecond);                                     \
  BENCHMARK(parse_build_lower_##name)->Unit(benchmark::kMillisecond);                         \
  BENCHMARK(compile_##name)->Unit(benchmark::kMillisecond);
MESO_STAGES(examples, examples)
MESO_STAGES(500_lines, one_plan)
MESO_STAGES(corpus_5_mb, corpus)

void compile_20000_bad_lines(benchmark::State& state) {
  run(state, bad_lines(), true, render_stage);
}
BENCHMARK(compile_20000_bad_lines)->Unit(benchmark::kMillisecond);

const Texts& pasted() {
  static const Texts texts({generate_pasted(kPastedBytes)});
  return texts;
}
void format_stage(const SourceSet& sources, FileId file, Sink& sink) {
  benchmark::DoNotOptimize(format(sources[file], parse(sources[file], file, sink)));
}
void format_corpus_5_mb(benchmark::State& s) { run(s, corpus(), false, format_stage); }
void format_pasted_1_mb(benchmark::State& s) { run(s, pasted(), false, format_stage); }
BENCHMARK(format_corpus_5_mb)->Unit(benchmark::kMillisecond);
BENCHMARK(format_pasted_1_mb)->Unit(benchmark::kMillisecond);

// What `meso build` does behind compile(): the nominal path, the sheets, and one back end's text.
void build_12_weeks(benchmark::State& state, const char* format) {
  const Texts texts({twelve_weeks()});
  Sink sink;
  const Compiled compiled = compile(texts.sources, texts.files.front(), sink);
  std::size_t written = 0;
  std::uint64_t asked = 0;
  for (auto _ : state) {
    const std::uint64_t before = allocations();
    const NominalPath path = nominal_path(compiled.plan, *compiled.edition, nullptr);
    const SheetDocument document =
        make_document({compiled.plan, *compiled.edition, nullptr, path, Paper::any, {}, {}});
    const std::string text = back_end_of(format)->write({compiled.plan, document, {}});
    written = text.size();
    asked = allocations() - before;
  }
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(written));
  state.counters["allocations"] = static_cast<double>(asked);
}
BENCHMARK_CAPTURE(build_12_weeks, html, "html")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(build_12_weeks, json, "json")->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace meso::bench
