#include <map>
#include <memory>

#include "base/text.h"
#include "compiler/driver/athlete_input.h"
#include "compiler/driver/commands.h"
#include "compiler/driver/inputs.h"
#include "compiler/driver/running.h"
#include "runtime/scenario/scenario.h"

namespace meso {
namespace {

struct Tally {
  int passed = 0, failed = 0;
  bool broken = false;  // a file or a plan couldn't be read
};

std::string beside(const std::string& file, const std::string& path) {
  if (path.starts_with("/")) return path;
  return file.substr(0, file.rfind('/') + 1) + path;
}

void say(const std::string& path, std::uint32_t line, const std::string& message) {
  print(path + ":" + std::to_string(line) + ": " + message + "\n");
}

// The plan of a file of scenarios, ready to be run.
struct Subject {
  PlanFile file;
  std::optional<Athlete> athlete;
  std::unique_ptr<LogNames> names;
  std::unique_ptr<RunPlan> run;
};

std::unique_ptr<Subject> subject_of(const std::string& path, const ScenarioFile& scenarios,
                                    const TestOptions& options, const FileSystem& files) {
  auto subject = std::make_unique<Subject>();
  if (!scenarios.athlete.empty()) {
    SourceSet sources;
    Sink sink;
    AthleteInput athlete = read_athlete_file(beside(path, scenarios.athlete), files, sources, sink);
    if (athlete.failed) {
      notice("mend " + beside(path, scenarios.athlete) + " first");
      return nullptr;
    }
    subject->athlete = std::move(athlete.athlete);
  }
  auto plan = read_plan_file(beside(path, scenarios.plan), options.project, std::nullopt, files);
  if (!plan) return nullptr;
  subject->file = std::move(*plan);
  subject->names = std::make_unique<LogNames>(subject->file.plan);
  subject->names->learn(subject->file.plan, named_exercises(scenarios), catalogue_exercises());
  subject->run = std::make_unique<RunPlan>(subject->file.plan, *subject->file.edition,
                                           subject->athlete ? &*subject->athlete : nullptr);
  return subject;
}

void run_file(const std::string& path, const TestOptions& options, const FileSystem& files,
              Tally& tally) {
  const auto text = read_bytes(path, path, files);
  if (!text) {
    tally.broken = true;
    return;
  }
  const ScenarioFile scenarios = read_scenarios(*text);
  for (const ScenarioProblem& p : scenarios.problems) say(path, p.line, p.message);
  tally.broken = tally.broken || !scenarios.problems.empty();
  if (!scenarios.problems.empty()) return;
  const auto subject = subject_of(path, scenarios, options, files);
  if (subject == nullptr) {
    tally.broken = true;
    return;
  }
  for (const Scenario& scenario : scenarios.scenarios) {
    const auto problem = run_scenario(*subject->run, *subject->names, scenario);
    ++(problem ? tally.failed : tally.passed);
    if (problem)
      say(path, problem->line, problem->message + " (" + quoted(scenario.name) + ")");
    else if (options.verbose)
      print("passed " + path + " " + quoted(scenario.name) + "\n");
  }
}

}  // namespace

int run_test(const TestOptions& options, const FileSystem& files) {
  const Paths paths = files_of(options.paths, files, ".scenarios");
  Tally tally;
  tally.broken = !paths.unread.empty();
  for (const std::string& path : paths.files) run_file(path, options, files, tally);
  print(counted(tally.passed + tally.failed, "scenario") + ": " + std::to_string(tally.passed) +
        " passed, " + std::to_string(tally.failed) + " failed\n");
  if (tally.broken) return kFailed;
  return tally.failed > 0 ? kFindings : kClean;
}

}  // namespace meso
