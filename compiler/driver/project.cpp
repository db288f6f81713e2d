#include "compiler/driver/project.h"

#include <algorithm>
#include <utility>

#include "base/path.h"
#include "compiler/data/config_merge.h"
#include "compiler/diag/render_text.h"
#include "compiler/driver/config_files.h"
#include "compiler/driver/disk.h"
#include "compiler/driver/terminal.h"

namespace meso {
namespace {

std::vector<Edition> editions_of(const Config& config) {
  std::vector<Edition> out(editions().begin(), editions().end());
  if (config.longer_by)
    for (Edition& edition : out) edition.recovery_times += config.longer_by->value;
  return out;
}

std::shared_ptr<const Project> no_project() {
  return std::make_shared<const Project>(Project{"", {}, editions_of({})});
}

}  // namespace

Projects::Projects(const FileSystem& files, SourceSet& sources, ProjectChoice choice)
    : files_(files), sources_(sources), choice_(std::move(choice)), folder_(working_folder()) {
  if (choice_.config.empty() && !choice_.isolated)
    choice_.config = environment_value("MESO_CONFIG");
}

// Upward from the plan's folder; what was looked at once isn't again.
std::string Projects::nearest(const std::string& path) {
  std::string folder = folder_of(absolute_path(path, folder_));
  std::vector<std::string> passed;
  std::string found;
  while (!folder.empty()) {
    if (const auto known = nearest_.find(folder); known != nearest_.end()) {
      found = known->second;
      break;
    }
    passed.push_back(folder);
    const std::string here = folder + std::string(kConfigName);
    if (files_.exists(relative_path(here, folder_))) {
      found = here;
      break;
    }
    folder = folder_of(folder.substr(0, folder.size() - 1));
  }
  for (const std::string& one : passed) nearest_[one] = found;
  return found;
}

std::shared_ptr<const Project> Projects::of(const std::string& path) {
  const std::string file = choice_.isolated          ? ""
                           : !choice_.config.empty() ? absolute_path(choice_.config, folder_)
                                                     : nearest(path);
  const auto [at, added] = loaded_.try_emplace(file, nullptr);
  if (added) at->second = file.empty() ? no_project() : load(file);
  return at->second;
}

std::shared_ptr<const Project> Projects::load(const std::string& file) {
  Sink sink;
  auto config = read_config_with_bases(file, files_, folder_, sources_, sink);
  if (!sink.all().empty()) {
    sink.sort();
    print_error(render_text(sink.all(), sources_, {}) + "\n");
  }
  const std::string shown = relative_path(file, folder_);
  if (!config || sink.has_errors()) {
    notice(shown + " can't be used: mend it, or leave it out with --isolated");
    return nullptr;
  }
  std::vector<Edition> own = editions_of(*config);
  return std::make_shared<const Project>(Project{shown, std::move(*config), std::move(own)});
}

CompileOptions Projects::options_for(const Project& project, const std::string& path) const {
  CompileOptions options;
  options.read = library_reader(files_, sources_);
  options.editions = project.editions;
  options.edition = project.config.edition;
  for (const Setting<std::string>& library : project.config.libraries)
    options.libraries.push_back({relative_path(library.value, folder_), library.place});
  const GuidelineChoices choices = choices_for(project.config, absolute_path(path, folder_));
  if (choices.severities.empty() && choices.thresholds.empty()) return options;
  auto settings = std::make_shared<GuidelineSettings>();
  for (const auto& [name, set] : choices.severities)
    settings->severities[name] = {set.value, place_text(set.place, sources_)};
  for (const auto& [key, set] : choices.thresholds)
    settings->thresholds[{key.guideline, key.threshold}] = {set.value,
                                                            place_text(set.place, sources_)};
  options.settings = std::move(settings);
  return options;
}

bool Projects::leaves_out(const Project& project, const std::string& path) const {
  return is_excluded(project.config, absolute_path(path, folder_));
}

ConfigNames config_names(int edition) {
  ConfigNames names;
  for (const Guideline* g : all_guidelines()) {
    GuidelineName one{g->name, g->code, g->fixed, {}};
    for (const Threshold& t : thresholds_of(*g, edition))
      one.thresholds.push_back({t.name, t.unit, t.low(), t.high(), t.is_whole()});
    names.guidelines.push_back(std::move(one));
  }
  for (const Edition& e : editions()) names.editions.push_back(e.year);
  return names;
}

std::string place_text(Span place, const SourceSet& sources) {
  return sources[place.file].path() + ":" + std::to_string(sources.place(place).line);
}

}  // namespace meso
