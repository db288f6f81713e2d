// A plan, an athlete and a log, ready to be asked what today is.
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "compiler/driver/commands.h"
#include "compiler/driver/pipeline.h"
#include "compiler/source/file_system.h"
#include "runtime/plan_json.h"
#include "runtime/replay/replay.h"

namespace meso {

// A plan as the runtime has it, whichever file it came from.
struct PlanFile {
  std::string path;
  Plan plan;
  const Edition* edition = nullptr;
  std::vector<PlanPlace> places;           // by SourceId
  std::shared_ptr<const Project> project;  // owns the edition of a plan's text
  std::shared_ptr<const GuidelineSettings> settings;

  std::string place(SourceId source) const;  // "plan.meso:24"
};
// Nothing, and said on the terminal, where it can't be read or has errors. `athlete` is the level.
std::optional<PlanFile> read_plan_file(const std::string& path, const ProjectChoice& project,
                                       std::optional<Level> athlete, const FileSystem& files);

struct AthleteFile {
  std::optional<Athlete> athlete;
  bool failed = false;  // said on the terminal
};
// Nothing, and no failure, for an empty path.
AthleteFile read_athlete_for_run(const std::string& path, const FileSystem& files);

struct Running {
  PlanFile file;
  std::optional<Athlete> athlete;
  std::string log_text;
  Journal journal;
  std::unique_ptr<LogNames> names;
  std::unique_ptr<RunPlan> run;
  Replayed replayed;
  std::optional<History> history;  // filled where it is there: it costs as much as the replay
  int today = 0;
};

// The code to end with, or nothing to go on. What is wrong with the log itself isn't said.
std::optional<int> open_running(const RunOptions& options, const FileSystem& files,
                                Running& running);
// The same; warnings of the log go to stderr, and an error of it ends the command.
std::optional<int> load_running(const RunOptions& options, const FileSystem& files,
                                Running& running);
// Takes this text for the log's, and comes to where it leads by the day.
void read_as_log(const RunOptions& options, std::string text, Running& running);
// All that is wrong with the log, also behind the day that was asked for.
std::vector<JournalProblem> all_problems(const RunOptions& options, const Running& running);
// Prints problems as "log:12: error: ..."; kFailed where one is an error.
std::optional<int> report_problems(const std::string& path,
                                   const std::vector<JournalProblem>& problems);

OtherExercises catalogue_exercises();

}  // namespace meso
