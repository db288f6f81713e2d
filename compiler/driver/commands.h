// The commands behind the command line, each a function of its options.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "compiler/driver/check_outputs.h"
#include "compiler/driver/prompter.h"
#include "compiler/driver/terminal.h"
#include "compiler/source/file_system.h"
#include "compiler/verify/budget.h"

namespace meso {

// 0 clean, 1 findings at or above `fail_on`, 2 wrong usage, unreadable input, failed output.
inline constexpr int kClean = 0, kFindings = 1, kFailed = 2;
inline constexpr int kInterrupted = 130;  // Ctrl-C at a question

struct CheckOptions {
  std::vector<std::string> paths;
  std::string stdin_name = "<stdin>";
  FailOn fail_on = FailOn::error;
  ColourChoice colour = ColourChoice::automatic;
  bool quiet = false;  // no summary
  bool fix = false;
  bool suggested_fixes = false;  // not only the safe ones
  std::string format;            // of standard output; empty: text, or what `outputs` say
  std::vector<CheckOutput> outputs;
  std::string baseline;  // findings that are known already; empty: none
  // Where all findings are written as known; empty: to the baseline, or meso-baseline.json.
  std::optional<std::string> write_baseline;
};
int run_check(const CheckOptions& options, FileSystem& files);

struct BuildOptions {
  std::string plan;
  std::string stdin_name = "plan.meso";
  std::string folder = "out";
  std::vector<std::string> formats;  // empty: all
  std::string paper = "any";
  std::string athlete;
  std::optional<int> week;
  bool draft = false;
  ColourChoice colour = ColourChoice::automatic;
};
int run_build(const BuildOptions& options, FileSystem& files);

struct FormatOptions {
  std::vector<std::string> paths;
  std::string stdin_name = "<stdin>";
  bool check = false;  // writes nothing: lists the files that would change
  bool diff = false;   // writes nothing: shows what would change
};
// Writes files in place, and what came from standard input to standard output.
int run_format(const FormatOptions& options, FileSystem& files);

struct DiffOptions {
  std::string before, after;  // plans; one of them may be -
  std::string log;         // of an athlete who trains by the old one: marks the weeks that are done
  std::optional<int> day;  // up to which the log counts; without it the clock's
  std::string format = "text";
  ColourChoice colour = ColourChoice::automatic;
};
// kFindings where something differs for the athlete.
int run_diff(const DiffOptions& options, const FileSystem& files);

// What a run of a plan is made of.
struct RunOptions {
  std::string plan;        // a plan's text, or its JSON
  std::string log;         // may not be there yet: nothing is done yet
  std::string athlete;     // may be empty
  std::optional<int> day;  // --date; without it the clock's
};

struct NextOptions {
  RunOptions run;
  std::string format = "text";
  bool plates = false;
};
int run_next(const NextOptions& options, const FileSystem& files);

struct ReportOptions {
  RunOptions run;
  std::string format = "text";
};
int run_report(const ReportOptions& options, const FileSystem& files);

// Records by flags; each of the first kind is a record, and one is written at a time.
struct LogFlags {
  std::optional<std::string> check_in, session, off_plan, skip, drop, unavailable_until, red_flag,
      cleared_by, overrule, athlete_value, rename, continue_at, remove;
  std::optional<std::string> probe;  // of a check-in, which may have nothing else
  std::vector<std::string> did;      // of a session
  std::string by, why, to;           // of those that need a person, a reason, a new name
  std::optional<std::string> amend;  // the date of the record whose place this one takes
  std::vector<std::string> notes;    // of any record
  bool as_written = false;           // of a session: what `did` doesn't say
  bool broken_off = false;
};
struct LogOptions {
  RunOptions run;
  LogFlags flags;
  bool json = false;        // records come as JSON on standard input
  bool from_sheet = false;  // asks in the order of the printed sheet
  bool export_all = false;
  bool forget = false;
  bool yes = false;  // forget without asking
};
// kClean where something was written, and of the log's own copy or end where that was done.
int run_log(const LogOptions& options, const FileSystem& files);
int run_log(const LogOptions& options, const FileSystem& files, Prompter& prompter);

struct TestOptions {
  std::vector<std::string> paths;
  bool verbose = false;  // passed ones are listed too
};
// kFindings where a scenario fails.
int run_test(const TestOptions& options, const FileSystem& files);

struct SimulateOptions {
  std::string plan;     // a plan's text, or its JSON
  std::string athlete;  // may be empty
  int athletes = 1000;
  std::uint64_t seed = 1;
  int threads = 0;  // 0: one for each core
  std::string format = "text";
};
int run_simulate(const SimulateOptions& options, const FileSystem& files);

struct VerifyPlanOptions {
  std::string plan;  // a plan's text, or its JSON
  std::string mode = "worst";
  std::size_t budget = kDefaultBudget;
  bool stats = false;
  bool strict = false;
  std::string trace;  // a file for the counterexamples as JSON; empty: none
};
// kFindings where something is refuted; if strict, also where something isn't proved.
int run_verify(const VerifyPlanOptions& options, FileSystem& files);

struct NewOptions {
  std::string name;    // of a starting plan; empty: they are listed
  std::string output;  // a file that isn't there yet; empty: standard output
  bool list = false;
};
int run_new(const NewOptions& options, FileSystem& files);

int run_explain(const std::string& topic, const FileSystem& files);
struct GuidelinesOptions {
  int edition = 0;  // 0: the latest
  std::string format = "text";
};
int run_guidelines(const GuidelinesOptions& options);
int run_catalog(const std::string& query);

}  // namespace meso
