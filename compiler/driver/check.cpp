#include "base/text.h"
#include "compiler/diag/render_text.h"
#include "compiler/driver/commands.h"
#include "compiler/driver/inputs.h"
#include "compiler/driver/pipeline.h"
#include "compiler/driver/summary.h"

namespace meso {
namespace {

bool fails(const Tally& tally, FailOn fail_on) {
  switch (fail_on) {
    case FailOn::error: return tally.errors > 0;
    case FailOn::warning: return tally.errors + tally.warnings > 0;
    case FailOn::note: return tally.errors + tally.warnings + tally.notes > 0;
    case FailOn::never: return false;
  }
  return false;
}

}  // namespace

int run_check(const CheckOptions& options, const FileSystem& files) {
  SourceSet sources;
  const Inputs inputs = read_inputs(options.paths, options.stdin_name, files, sources);
  const TextStyle style{colour_on_stdout(options.colour)};
  Tally total;
  for (const FileId file : inputs.files) {
    Sink sink;
    const Compiled compiled = compile(sources, file, built_in_catalogue(), sink);
    const std::string text = render_text(sink.all(), sources, style);
    print(text);
    if (!text.empty()) print("\n");
    if (!options.quiet) print(allowed_text(compiled, sources));
    total.add(sink, compiled);
  }
  if (!options.quiet && !inputs.files.empty()) print(summary_text(total, inputs.files.size()));
  if (inputs.failed) return kFailed;
  return fails(total, options.fail_on) ? kFindings : kClean;
}

}  // namespace meso
