#include <set>
#include <tuple>

#include "base/text.h"
#include "compiler/driver/check_baseline.h"
#include "compiler/driver/check_outputs.h"
#include "compiler/driver/commands.h"
#include "compiler/driver/disk.h"
#include "compiler/driver/fix.h"
#include "compiler/driver/inputs.h"
#include "compiler/driver/pipeline.h"
#include "compiler/findings/fingerprint.h"
#include "base/path.h"

namespace meso {
namespace {

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

AllowedBy allowed_by(const Compiled& compiled, const Allowed& allowed) {
  const Allow& allow = compiled.plan.allows[allowed.allow];
  return {allow.reason, compiled.model.sources[allow.source.value]};
}

CheckedFile checked(Compiled&& compiled, Sink&& sink) {
  CheckedFile out{compiled.file,
                  {},
                  compiled.edition->year,
                  compiled.guidelines_checked,
                  compiled.model.is_library};
  for (Diagnostic& d : sink.all()) out.findings.push_back({std::move(d), "", std::nullopt, false});
  for (Allowed& a : compiled.allowed) {
    AllowedBy by = allowed_by(compiled, a);
    out.findings.push_back({std::move(a.finding), "", std::move(by), false});
  }
  return out;
}

// One run over all files: each is compiled, held against the baseline and put into the report.
class Check {
 public:
  Check(const CheckOptions& options, FileSystem& files) : options_(options), files_(files) {
    report_.folder = working_folder();
    report_.fail_on = options.fail_on;
    style_ = {colour_on_stdout(options.colour), options.quiet};
  }

  int run() {
    const bool fix = options_.fix || options_.suggested_fixes;
    const Paths paths = files_of(options_.paths, files_);
    const auto outputs = settle_outputs(options_.format, options_.outputs, paths.files);
    if (!outputs || !take_baseline()) return kFailed;
    if (fix && !fix_files(paths.files, options_.suggested_fixes, files_)) return kFailed;
    // Who only reads along sees each file as it is checked.
    streams_ =
        outputs->size() == 1 && outputs->front().format == "text" && !options_.write_baseline;
    check_all(paths);
    const bool written = finish_baseline();
    return tell(*outputs) && written && report_.unread.empty() ? verdict() : kFailed;
  }

 private:
  // One that is about to be written anew isn't asked.
  bool take_baseline() {
    if (options_.baseline.empty()) return true;
    if (options_.write_baseline && new_baseline() == options_.baseline) return true;
    known_ = read_baseline(options_.baseline, files_);
    if (known_) fingerprints_ = fingerprints_of(*known_);
    report_.has_baseline = known_.has_value();
    return known_.has_value();
  }

  void check_all(const Paths& paths) {
    Inputs inputs = read_inputs(paths, options_.stdin_name, files_, sources_);
    for (UnreadInput& input : inputs.unread) {
      input.path = relative_path(input.path, report_.folder);
      report_.unread.push_back(std::move(input));
    }
    const ReadLibrary read = library_reader(files_, sources_);
    for (const FileId file : inputs.files) check_file(file, read);
  }

  void check_file(FileId id, const ReadLibrary& read) {
    Sink sink;
    Compiled compiled = compile(sources_, id, built_in_catalogue(), sink, std::nullopt, read);
    reported_.forget_repeats(sink, id);
    CheckedFile& file = report_.files.emplace_back(checked(std::move(compiled), std::move(sink)));
    for (Finding& finding : file.findings)
      finding.fingerprint = prints_.of(report_, finding.diagnostic);
    mark_known(file, fingerprints_);
    if (streams_) print(file_text(report_, file, style_));
  }

  std::string new_baseline() const {
    if (!options_.write_baseline->empty()) return *options_.write_baseline;
    return options_.baseline.empty() ? "meso-baseline.json" : options_.baseline;
  }

  bool finish_baseline() {
    if (options_.write_baseline) return write_baseline(new_baseline(), report_, files_);
    if (known_) tell_outdated(*known_, options_.baseline, report_, files_);
    return true;
  }

  bool tell(const std::vector<CheckOutput>& outputs) {
    if (!streams_) return write_outputs(outputs, report_, style_, files_);
    if (!options_.quiet) print(summary_text(report_));
    return true;
  }

  int verdict() const { return fails(tally_of(report_), options_.fail_on) ? kFindings : kClean; }

  const CheckOptions& options_;
  FileSystem& files_;
  SourceSet sources_;
  CheckReport report_{sources_, "", FailOn::error, false, {}, {}};
  FindingsStyle style_;
  Reported reported_;
  Fingerprints prints_;
  std::optional<KnownFindings> known_;
  std::set<std::string, std::less<>> fingerprints_;  // that are known
  bool streams_ = false;
};

}  // namespace

int run_check(const CheckOptions& options, FileSystem& files) {
  return Check(options, files).run();
}

}  // namespace meso
