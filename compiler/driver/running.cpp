#include "compiler/driver/running.h"

#include "base/text.h"
#include "compiler/catalogue/plan_exercise.h"
#include "compiler/diag/render_text.h"
#include "compiler/driver/athlete_input.h"
#include "compiler/driver/clock.h"
#include "compiler/driver/commands.h"
#include "compiler/driver/inputs.h"
#include "compiler/driver/places.h"
#include "runtime/journal/store.h"

namespace meso {
namespace {

void print_findings(const Sink& sink, const SourceSet& sources) {
  if (!sink.all().empty()) print_error(render_text(sink.all(), sources, {}) + "\n");
}

// A plan with findings of guidelines can be run: what it tells the athlete is known.
std::optional<PlanFile> compiled_plan(const std::string& path, const ProjectChoice& choice,
                                      std::optional<Level> level, const FileSystem& files) {
  SourceSet sources;
  const auto file = read_input(path, "<stdin>", files, sources);
  if (!file) return std::nullopt;
  Projects projects(files, sources, choice);
  const auto project = projects.of(path);
  if (project == nullptr) return std::nullopt;
  CompileOptions options = projects.options_for(*project, path);
  options.athlete_level = level;
  Sink sink;
  Compiled compiled = compile_unchecked(sources, *file, sink, options);
  if (compiled.model.is_library) {
    notice(path + " is a library: there is nothing to train in it");
    return std::nullopt;
  }
  if (!compiled.is_sound) {
    print(render_text(sink.all(), sources, {}) + "\n");
    notice("mend the errors of " + path + " first");
    return std::nullopt;
  }
  std::vector<PlanPlace> places = places_of(compiled, sources);
  return PlanFile{path,    std::move(compiled.plan),   compiled.edition, std::move(places),
                  project, std::move(options.settings)};
}

// What `meso build --format json` wrote: the plan without its text.
std::optional<PlanFile> loaded_plan(const std::string& path, std::optional<Level> level,
                                    const FileSystem& files) {
  const auto text = read_bytes(path, path, files);
  if (!text) return std::nullopt;
  auto read = read_plan_json(*text);
  if (const auto* error = std::get_if<PlanJsonError>(&read)) {
    notice(path + ": " + error->message);
    return std::nullopt;
  }
  LoadedPlan& loaded = std::get<LoadedPlan>(read);
  if (level) loaded.plan.level = *level;
  const Edition* edition = edition_of(loaded.plan.edition);
  if (edition == nullptr) {
    notice(path + " was written against the guidelines of " + std::to_string(loaded.plan.edition) +
           ", which this meso doesn't know: use a newer one");
    return std::nullopt;
  }
  return PlanFile{path,   std::move(loaded.plan), edition, std::move(loaded.places), nullptr,
                  nullptr};
}

// A log that isn't there yet is one with nothing in it.
std::optional<std::string> read_log(const std::string& path, const FileSystem& files) {
  if (path.empty() || !files.exists(path)) return "";
  auto text = read_journal_file(path);
  if (const auto* error = std::get_if<StoreError>(&text)) {
    notice(path + ": " + error->reason);
    return std::nullopt;
  }
  return std::get<std::string>(std::move(text));
}

// Logs are kept for a plan by its name.
bool is_of_plan(const RunOptions& options, const Running& running) {
  const Journal& journal = running.journal;
  if (running.log_text.empty() || journal.plan.empty() || journal.plan == running.file.plan.name)
    return true;
  notice(options.log + " is the log of another plan: it is for " +
         quoted(std::string(journal.plan)) + ", and " + options.plan + " is " +
         quoted(running.file.plan.name) +
         ". If the plan was only renamed, rename it in the log's second line too");
  return false;
}

}  // namespace

std::string PlanFile::place(SourceId source) const {
  if (source.value >= places.size()) return path;
  const PlanPlace& at = places[source.value];
  // A loaded plan has no text to point into: the line is that of the text it was made from.
  const std::string file = path.ends_with(".json") ? "line " : path + ":";
  return (at.file.empty() ? file : at.file + ":") + std::to_string(at.line);
}

std::optional<PlanFile> read_plan_file(const std::string& path, const ProjectChoice& project,
                                       std::optional<Level> athlete, const FileSystem& files) {
  return path.ends_with(".json") ? loaded_plan(path, athlete, files)
                                 : compiled_plan(path, project, athlete, files);
}

AthleteFile read_athlete_for_run(const std::string& path, const FileSystem& files) {
  SourceSet sources;
  Sink sink;
  AthleteInput input = read_athlete_file(path, files, sources, sink);
  print_findings(sink, sources);
  return {std::move(input.athlete), input.failed};
}

OtherExercises catalogue_exercises() {
  OtherExercises others;
  others.canonical = [](std::string_view name) -> std::optional<std::string> {
    const CatalogueExercise* found = built_in_catalogue().find(name);
    return found == nullptr ? std::nullopt : std::optional<std::string>(found->name);
  };
  others.exercise = [](const Plan&, std::string_view name) -> std::optional<Exercise> {
    const CatalogueExercise* found = built_in_catalogue().find(name);
    return found == nullptr ? std::nullopt : std::optional(plan_exercise(*found));
  };
  others.nearest = [](std::string_view name) {
    return built_in_catalogue().nearest_exercises(name);
  };
  return others;
}

std::optional<int> report_problems(const std::string& path,
                                   const std::vector<JournalProblem>& problems) {
  bool failed = false;
  for (const JournalProblem& p : problems) {
    const bool is_error = p.severity == JournalProblem::Severity::error;
    failed = failed || is_error;
    notice(path + ":" + std::to_string(p.line) + ": " + (is_error ? "error: " : "warning: ") +
           p.message + (p.help.empty() ? "" : " (" + p.help + ")"));
  }
  return failed ? std::optional(kFailed) : std::nullopt;
}

void read_as_log(const RunOptions& options, std::string text, Running& running) {
  running.log_text = std::move(text);
  running.journal = read_journal(running.log_text);
  if (running.log_text.empty()) running.journal.problems.clear();
  running.names = std::make_unique<LogNames>(running.file.plan);
  running.names->learn(running.file.plan, running.journal, catalogue_exercises());
  running.run = std::make_unique<RunPlan>(running.file.plan, *running.file.edition,
                                          running.athlete ? &*running.athlete : nullptr);
  ReplayOptions replaying;
  replaying.history = running.history ? &*running.history : nullptr;
  if (options.day)
    replaying.until = options.day;
  else
    replaying.today = running.today;
  running.replayed = replay(*running.run, *running.names, running.journal, replaying);
  running.replayed.state = on_day(*running.run, std::move(running.replayed.state), running.today);
}

std::vector<JournalProblem> all_problems(const RunOptions& options, const Running& running) {
  if (!options.day) return running.replayed.problems;
  const ReplayOptions replaying;
  return replay(*running.run, *running.names, running.journal, replaying).problems;
}

std::optional<int> open_running(const RunOptions& options, const FileSystem& files,
                                Running& running) {
  AthleteFile athlete = read_athlete_for_run(options.athlete, files);
  if (athlete.failed) return kFailed;
  running.athlete = std::move(athlete.athlete);
  auto file = read_plan_file(options.plan, options.project,
                             running.athlete ? running.athlete->level : std::nullopt, files);
  if (!file) return kFailed;
  running.file = std::move(*file);
  running.today = options.day.value_or(today_by_the_clock().day_number);
  auto text = read_log(options.log, files);
  if (!text) return kFailed;
  read_as_log(options, *std::move(text), running);
  if (!is_of_plan(options, running)) return kFailed;
  return std::nullopt;
}

std::optional<int> load_running(const RunOptions& options, const FileSystem& files,
                                Running& running) {
  if (const auto code = open_running(options, files, running)) return code;
  return report_problems(options.log, running.replayed.problems);
}

}  // namespace meso
