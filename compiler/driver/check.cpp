#include <set>
#include <tuple>

#include "base/text.h"
#include "compiler/diag/render_text.h"
#include "compiler/driver/commands.h"
#include "compiler/driver/fix.h"
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

// A mistake in a library is told once, whichever plans use it.
class Reported {
 public:
  void forget_repeats(Sink& sink, FileId file) {
    std::erase_if(sink.all(), [&](const Diagnostic& d) {
      if (d.primary.span.file == file && libraries_.count(file.value) == 0) return false;
      libraries_.insert(d.primary.span.file.value);
      return !seen_.insert({d.primary.span.file.value, d.primary.span.begin, d.message}).second;
    });
  }

 private:
  std::set<std::uint32_t> libraries_;  // files whose messages came with a plan
  std::set<std::tuple<std::uint32_t, std::uint32_t, std::string>> seen_;
};

}  // namespace

int run_check(const CheckOptions& options, FileSystem& files) {
  const bool fix = options.fix || options.suggested_fixes;
  const Paths paths = files_of(options.paths, files);
  if (fix && !fix_files(paths.files, options.suggested_fixes, files)) return kFailed;
  SourceSet sources;
  const Inputs inputs = read_inputs(paths, options.stdin_name, files, sources);
  const TextStyle style{colour_on_stdout(options.colour)};
  const ReadLibrary read = library_reader(files, sources);
  Reported reported;
  Tally total;
  for (const FileId file : inputs.files) {
    Sink sink;
    const Compiled compiled =
        compile(sources, file, built_in_catalogue(), sink, std::nullopt, read);
    reported.forget_repeats(sink, file);
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
