#include <algorithm>

#include "base/text.h"
#include "compiler/diag/render_text.h"
#include "compiler/driver/athlete_input.h"
#include "compiler/driver/commands.h"
#include "compiler/driver/inputs.h"
#include "compiler/driver/pipeline.h"
#include "compiler/driver/places.h"
#include "compiler/sheets/back_ends.h"
#include "runtime/nominal.h"

namespace meso {
namespace {

std::string stem_of(const std::string& path) {
  const std::size_t slash = path.rfind('/');
  const std::string name = slash == path.npos ? path : path.substr(slash + 1);
  const std::size_t dot = name.rfind('.');
  return dot == name.npos || dot == 0 ? name : name.substr(0, dot);
}

bool has_max(const Athlete& athlete, ReferenceKind kind, const std::string& exercise) {
  return std::any_of(athlete.maxes.begin(), athlete.maxes.end(), [&](const Athlete::Max& m) {
    return m.kind == kind && m.exercise == exercise;
  });
}

// Values that the plan asks for and the athlete file leaves out: the sheet then shows percentages
// and blanks, and says so.
void note_missing_values(const Plan& plan, const Athlete& athlete, const std::string& path) {
  std::vector<std::string> missing;
  for (const Input& input : plan.inputs) {
    if (!input.exercise) {
      if (!athlete.bodyweight && !input.fallback) missing.emplace_back("bodyweight");
      continue;
    }
    const std::string& exercise = plan.exercises[*input.exercise].name;
    if (has_max(athlete, input.kind, exercise)) continue;
    const auto* of = input.fallback ? std::get_if<OfReference>(&*input.fallback) : nullptr;
    if (input.fallback && (of == nullptr || has_max(athlete, of->reference, exercise))) continue;
    missing.push_back(text(of != nullptr ? of->reference : input.kind) + " of " + exercise);
  }
  if (!missing.empty())
    notice(path + " gives no " + join_or(missing) +
           ": those loads are percentages with a blank to fill in");
}

std::vector<std::string> one_line_findings(const Sink& sink, const SourceSet& sources,
                                           FileId plan) {
  std::vector<std::string> out;
  const auto place_of = [&](const Diagnostic& d) {
    const Span span = d.primary.span;
    const std::string line = "line " + std::to_string(sources.place(span).line);
    return span.file == plan
               ? line
               : path_from(sources[plan].path(), sources[span.file].path()) + ", " + line;
  };
  for (const Diagnostic& d : sink.all())
    out.push_back(place_of(d) + ": " + d.message + " [" + std::string(d.kind.name) + "]");
  return out;
}

Paper paper_of(const std::string& word) {
  return word == "a4" ? Paper::a4 : word == "letter" ? Paper::letter : Paper::any;
}

struct Output {
  std::string path;
  std::string content;
};

std::vector<Output> render(const BuildOptions& options, const std::string& stem,
                           const BackEndInput& input) {
  std::vector<Output> out;
  for (const BackEnd& back_end : back_ends()) {
    const bool wanted =
        options.formats.empty() || std::find(options.formats.begin(), options.formats.end(),
                                             back_end.format) != options.formats.end();
    if (wanted)
      out.push_back({options.folder + "/" + stem + "." + std::string(back_end.extension),
                     back_end.write(input)});
  }
  return out;
}

// Everything is rendered before the first byte is written.
int write_all(const std::vector<Output>& outputs, FileSystem& files) {
  for (const Output& output : outputs) {
    if (const auto error = files.write(output.path, output.content)) {
      notice(output.path + " can't be written: " + error->reason);
      return kFailed;
    }
    print(output.path + "\n");
  }
  return kClean;
}

// What a build starts from: the plan and, where one is named, the athlete.
struct Start {
  SourceSet sources;
  Sink sink;  // of the plan
  Compiled compiled;
  std::optional<Athlete> athlete;
  std::shared_ptr<const Project> project;
};

void print_findings(const Sink& sink, const SourceSet& sources, const BuildOptions& options) {
  if (sink.all().empty()) return;
  print(render_text(sink.all(), sources, {colour_on_stdout(options.colour)}));
  print("\n");
}

int refuse(std::string_view why, int code) {
  notice("nothing was written: " + std::string(why));
  return code;
}

// Reads both files; the code to end with, or nothing to go on.
std::optional<int> read_start(const BuildOptions& options, const FileSystem& files, Start& start) {
  if (files.is_directory(options.plan)) {
    notice(options.plan + " is a folder: `meso build` takes one plan; `meso check` takes folders");
    return kFailed;
  }
  const auto file = read_input(options.plan, options.stdin_name, files, start.sources);
  if (!file) return kFailed;
  Sink athlete_sink;
  AthleteInput athlete = read_athlete_file(options.athlete, files, start.sources, athlete_sink);
  start.athlete = std::move(athlete.athlete);
  const std::string& path = start.sources[*file].path();
  Projects projects(files, start.sources, options.project);
  start.project = projects.of(path);
  if (start.project == nullptr) return kFailed;
  CompileOptions how = projects.options_for(*start.project, path);
  if (start.athlete) how.athlete_level = start.athlete->level;
  start.compiled = compile(start.sources, *file, start.sink, how);
  print_findings(start.sink, start.sources, options);
  print_findings(athlete_sink, start.sources, options);
  if (start.compiled.model.is_library)
    return refuse("this is a library; build a plan that uses it", kFailed);
  if (!start.compiled.guidelines_checked) return refuse("mend the errors first", kFindings);
  if (start.sink.has_errors() && !options.draft)
    return refuse("mend the errors, or print a draft with them on each page: --draft", kFindings);
  if (athlete.failed) return refuse("mend the athlete file first, or leave out --athlete", kFailed);
  return std::nullopt;
}

// The flag wins over the project.
std::string paper_word(const Start& start, const BuildOptions& options) {
  if (!options.paper.empty()) return options.paper;
  const auto& of_project = start.project->config.paper;
  return of_project ? of_project->value : "any";
}

}  // namespace

int run_build(const BuildOptions& options, FileSystem& files) {
  Start start;
  if (const auto code = read_start(options, files, start)) return *code;
  const Compiled& compiled = start.compiled;
  const Athlete* athlete = start.athlete ? &*start.athlete : nullptr;
  if (athlete != nullptr) note_missing_values(compiled.plan, *athlete, options.athlete);

  const NominalPath path = nominal_path(compiled.plan, *compiled.edition, athlete);
  SheetRequest request{
      compiled.plan, *compiled.edition, athlete, path, paper_of(paper_word(start, options)),
      std::nullopt,  options.week};
  if (options.draft)
    request.draft_findings = one_line_findings(start.sink, start.sources, compiled.file);
  const SheetDocument document = make_document(request);
  if (document.weeks.empty() && options.week)
    return refuse("the plan has no week " + std::to_string(*options.week), kFailed);
  const std::vector<PlanPlace> places = places_of(compiled, start.sources);
  const std::string stem = stem_of(start.sources[compiled.file].path());
  const int result = write_all(render(options, stem, {compiled.plan, document, places}), files);
  return result == kClean && start.sink.has_errors() ? kFindings : result;
}

}  // namespace meso
