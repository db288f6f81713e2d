// `meso config show`: every setting that holds for a plan, and where it comes from.
#include <algorithm>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "base/path.h"
#include "base/text.h"
#include "compiler/driver/commands.h"
#include "compiler/driver/disk.h"
#include "compiler/driver/project.h"
#include "compiler/guidelines/guideline.h"

namespace meso {
namespace {

using Json = nlohmann::ordered_json;

constexpr int kFormat = 1;

struct Row {
  std::string key, value, origin;
};

class Rows {
 public:
  Rows(const Project& project, const CompileOptions& options, const SourceSet& sources)
      : config_(project.config), options_(options), sources_(sources) {
    edition_ = config_.edition ? config_.edition->value : editions().back().year;
  }

  std::vector<Row> all() {
    const std::string none = "default";
    add("guidelines",
        config_.edition ? std::to_string(edition_)
                        : "each plan's own; here " + std::to_string(edition_) + " is shown",
        config_.edition ? place(*config_.edition) : none);
    for (const Setting<std::string>& pattern : config_.exclude)
      add("exclude", relative_path(pattern.value, working_folder()), place(pattern));
    for (const Setting<std::string>& library : options_.libraries)
      add("catalogue", library.value, place(library));
    add("recovery: longer by",
        (config_.longer_by ? config_.longer_by->value.text() : std::string("0")) + " %",
        config_.longer_by ? place(*config_.longer_by) : none);
    add("sheets: paper", config_.paper ? config_.paper->value : "any",
        config_.paper ? place(*config_.paper) : none);
    for (const Guideline* g : all_guidelines()) add_guideline(*g);
    return std::move(rows_);
  }

 private:
  void add(std::string key, std::string value, std::string origin) {
    rows_.push_back({std::move(key), std::move(value), std::move(origin)});
  }
  template <class T>
  std::string place(const Setting<T>& setting) const {
    return place_text(setting.place, sources_);
  }

  void add_guideline(const Guideline& g) {
    const std::string name(g.name), of_edition = "edition " + std::to_string(edition_);
    const GuidelineSettings* settings = options_.settings.get();
    const ConfiguredSeverity* severity = settings == nullptr ? nullptr : settings->severity(name);
    const InForce in_force(edition_, settings);
    const auto now = in_force.severity(g);
    add("severities: " + name, now ? std::string(text(*now)) : "off",
        severity != nullptr ? severity->from : of_edition + (g.fixed ? ", fixed" : ""));
    for (const Threshold& t : thresholds_of(g, edition_)) {
      const auto* set = settings == nullptr ? nullptr : settings->threshold(name, t.name);
      add("thresholds: " + name + ": " + std::string(t.name),
          in_force.threshold(g, t.name).text() + " " + std::string(t.unit),
          set != nullptr ? set->from : of_edition);
    }
  }

  const Config& config_;
  const CompileOptions& options_;
  const SourceSet& sources_;
  int edition_;
  std::vector<Row> rows_;
};

std::string as_text(const std::vector<Row>& rows) {
  std::size_t keys = 0, values = 0;
  for (const Row& row : rows) {
    keys = std::max(keys, row.key.size());
    values = std::max(values, row.value.size());
  }
  std::string out;
  for (const Row& row : rows)
    out += padded(row.key, keys + 2) + padded(row.value, values + 2) + row.origin + "\n";
  return out;
}

std::string as_json(const std::string& file, const std::vector<Row>& rows) {
  Json settings = Json::array();
  for (const Row& row : rows)
    settings.push_back({{"key", row.key}, {"value", row.value}, {"origin", row.origin}});
  return Json{{"format_version", kFormat}, {"config", file}, {"settings", std::move(settings)}}
             .dump(2) +
         "\n";
}

}  // namespace

int run_config_show(const ConfigShowOptions& options, const FileSystem& files) {
  SourceSet sources;
  Projects projects(files, sources, options.project);
  const std::string path = options.path.empty() ? "plan.meso" : options.path;
  const auto project = projects.of(path);
  if (project == nullptr) return kFailed;
  const CompileOptions how = projects.options_for(*project, path);
  const std::vector<Row> rows = Rows(*project, how, sources).all();
  if (options.format == "json") {
    print(as_json(project->file, rows));
    return kClean;
  }
  print((project->file.empty() ? std::string("no meso.yaml: these are the defaults")
                               : "by " + project->file) +
        "\n\n" + as_text(rows));
  return kClean;
}

}  // namespace meso
