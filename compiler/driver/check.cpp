#include <set>
#include <tuple>

#include "base/path.h"
#include "base/text.h"
#include "compiler/driver/check_baseline.h"
#include "compiler/driver/check_outputs.h"
#include "compiler/driver/clock.h"
#include "compiler/driver/commands.h"
#include "compiler/driver/disk.h"
#include "compiler/driver/fix.h"
#include "compiler/driver/in_order.h"
#include "compiler/driver/inputs.h"
#include "compiler/driver/pipeline.h"
#include "compiler/driver/progress_bar.h"
#include "compiler/findings/fingerprint.h"

namespace meso {
namespace {

// A mistake in a library is told once, whichever plans use it.
class Reported {
 public:
  void forget_repeats(CheckedFile& file) {
    std::erase_if(file.findings, [&](const Finding& finding) {
      const Diagnostic& d = finding.diagnostic;
      if (finding.allowed) return false;
      if (d.primary.span.file == file.file && libraries_.count(file.file.value) == 0) return false;
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
  Check(const CheckOptions& options, FileSystem& files)
      : options_(options), files_(files), projects_(files, sources_, options.project) {
    report_.folder = working_folder();
    report_.fail_on = options.fail_on;
    style_ = {colour_on_stdout(options.colour), options.quiet};
  }

  int run() {
    const bool fix = options_.fix || options_.suggested_fixes;
    const Paths paths = files_of(options_.paths, files_, ".meso", [this](const std::string& path) {
      const auto project = projects_.of(path);
      return project != nullptr && projects_.leaves_out(*project, path);
    });
    if (!know_projects(paths)) return kFailed;
    const auto outputs = settle_outputs(options_.format, options_.outputs, paths.files);
    if (!outputs || !take_baseline()) return kFailed;
    if (fix && !fix_files(paths.files, options_.project, options_.suggested_fixes, files_))
      return kFailed;
    // Who only reads along sees each file as it is checked.
    streams_ =
        outputs->size() == 1 && outputs->front().format == "text" && !options_.write_baseline;
    check_all(paths);
    const bool written = finish_baseline();
    return tell(*outputs) && written && report_.unread.empty() ? verdict() : kFailed;
  }

 private:
  std::string name_of(const std::string& path) const {
    return path == "-" ? options_.stdin_name : path;
  }

  // By a configuration that can't be used nothing is checked: the findings would be others.
  bool know_projects(const Paths& paths) {
    bool all = true;
    for (const std::string& path : paths.files) all = projects_.of(name_of(path)) != nullptr && all;
    return all;
  }

  // One that is about to be written anew isn't asked.
  bool take_baseline() {
    if (options_.baseline.empty()) return true;
    if (options_.write_baseline && new_baseline() == options_.baseline) return true;
    known_ = read_baseline(options_.baseline, files_);
    if (known_) fingerprints_ = fingerprints_of(*known_);
    report_.has_baseline = known_.has_value();
    return known_.has_value();
  }

  // Texts are read and taken apart first, one after the other; then nothing is added to the
  // sources any more, and the files are checked on all cores.
  void check_all(const Paths& paths) {
    Inputs inputs = read_inputs(paths, options_.stdin_name, files_, sources_);
    for (UnreadInput& input : inputs.unread) {
      input.path = relative_path(input.path, report_.folder);
      report_.unread.push_back(std::move(input));
    }
    std::vector<Work> work;
    for (const FileId file : inputs.files) work.push_back(prepared(file));
    ProgressBar bar(work.size());
    in_order(
        work.size(), options_.threads,
        [&](std::size_t n) {
          Sink sink;
          Compiled compiled = compile(sources_, std::move(work[n].parsed), sink, work[n].options);
          return checked(std::move(compiled), std::move(sink));
        },
        [&](std::size_t n, CheckedFile file) { take(std::move(file), n, bar); });
  }

  struct Work {
    Parsed parsed;
    CompileOptions options;
  };
  Work prepared(FileId file) {
    const std::string& path = sources_[file].path();
    CompileOptions options = projects_.options_for(*projects_.of(path), path);
    options.today = options_.day ? Date{*options_.day} : today_by_the_clock();
    return {parse_with_libraries(sources_, file, options), std::move(options)};
  }

  void take(CheckedFile&& checked, std::size_t nth, ProgressBar& bar) {
    CheckedFile& file = report_.files.emplace_back(std::move(checked));
    reported_.forget_repeats(file);
    for (Finding& finding : file.findings)
      finding.fingerprint = prints_.of(report_, finding.diagnostic);
    mark_known(file, fingerprints_);
    const std::string text = streams_ ? file_text(report_, file, style_) : "";
    if (!text.empty()) bar.wipe();
    print(text);
    bar.show(nth + 1);
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
  Projects projects_;
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
