#include "compiler/compare/compare.h"
#include "compiler/diag/render_text.h"
#include "compiler/driver/commands.h"
#include "compiler/driver/inputs.h"
#include "compiler/driver/pipeline.h"
#include "compiler/driver/running.h"

namespace meso {
namespace {

std::string render(const std::string& format, const Differences& differences,
                   const VersionNames& names) {
  if (format == "json") return to_json(differences, names);
  return format == "markdown" ? to_markdown(differences, names) : to_text(differences, names);
}

struct Versions {
  SourceSet sources;
  std::vector<Compiled> compiled;                        // the old one, then the new one
  std::vector<std::shared_ptr<const Project>> projects;  // theirs
};

// Findings of guidelines are no hindrance: what a plan with them tells the athlete is known.
bool add_version(const std::string& path, const DiffOptions& options, const FileSystem& files,
                 Versions& versions) {
  const auto file = read_input(path, "<stdin>", files, versions.sources);
  if (!file) return false;
  Projects projects(files, versions.sources, options.project);
  versions.projects.push_back(projects.of(path));
  if (versions.projects.back() == nullptr) return false;
  Sink sink;
  versions.compiled.push_back(compile_unchecked(
      versions.sources, *file, sink, projects.options_for(*versions.projects.back(), path)));
  if (versions.compiled.back().is_sound) return true;
  if (versions.compiled.back().model.is_library) {
    notice(versions.sources[*file].path() + " is a library: there is nothing to train in it");
    return false;
  }
  print(render_text(sink.all(), versions.sources, {colour_on_stdout(options.colour)}) + "\n");
  notice("nothing was compared: mend the errors of " + versions.sources[*file].path() + " first");
  return false;
}

// Weeks of each block that the athlete has behind them, in the block's latest run.
void mark_done(const Plan& plan, const Control& control, Differences& differences) {
  const Place& place = control.interrupted ? *control.interrupted : control.place;
  for (BlockDifferences& block : differences.blocks)
    for (std::size_t b = 0; b < plan.blocks.size(); ++b) {
      const BlockId id = plan.blocks.id_of(b);
      if (plan.blocks[id].name != block.name) continue;
      if (control.finished || id < place.block)
        block.done = static_cast<int>(plan.blocks[id].weeks.size());
      else if (id == place.block)
        block.done = place.week;
    }
}

// The log is held against the old plan, by which it was kept.
std::optional<int> mark_by_log(const DiffOptions& options, const FileSystem& files,
                               Differences& differences) {
  if (options.log.empty()) return std::nullopt;
  RunOptions run;
  run.project = options.project;
  run.plan = options.before;
  run.log = options.log;
  run.day = options.day;
  Running running;
  if (const auto code = load_running(run, files, running)) return code;
  mark_done(running.file.plan, running.replayed.state.control, differences);
  return std::nullopt;
}

}  // namespace

int run_diff(const DiffOptions& options, const FileSystem& files) {
  if (options.before == "-" && options.after == "-") {
    notice("only one of the two plans can come from standard input");
    return kFailed;
  }
  Versions versions;
  if (!add_version(options.before, options, files, versions) ||
      !add_version(options.after, options, files, versions))
    return kFailed;
  const Compiled& before = versions.compiled.front();
  const Compiled& after = versions.compiled.back();
  Differences differences = compare({before.plan, *before.edition}, {after.plan, *after.edition});
  if (const auto code = mark_by_log(options, files, differences)) return *code;
  print(render(options.format, differences,
               {versions.sources[before.file].path(), versions.sources[after.file].path()}));
  return differences.empty() ? kClean : kFindings;
}

}  // namespace meso
