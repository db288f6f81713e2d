// The projects that plans belong to: the nearest meso.yaml upward from each, with all that it
// extends. docs/configuration.md.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "compiler/data/config.h"
#include "compiler/driver/pipeline.h"
#include "compiler/source/file_system.h"
#include "compiler/source/source.h"

namespace meso {

inline constexpr std::string_view kConfigName = "meso.yaml";

// --config and --isolated.
struct ProjectChoice {
  std::string config;     // this file for all; else MESO_CONFIG; else the nearest one
  bool isolated = false;  // none at all
};

struct Project {
  std::string file;               // of its configuration; empty: there is none
  Config config;                  // with what it extends; paths and patterns are absolute
  std::vector<Edition> editions;  // as the project takes them
};

class Projects {
 public:
  // All must outlive it. Configurations are added to the sources, for messages.
  Projects(const FileSystem& files, SourceSet& sources, ProjectChoice choice = {});

  // Of this plan, or of `<stdin>` that of the working folder. Nothing where its configuration can't
  // be used: that was said on stderr, once.
  std::shared_ptr<const Project> of(const std::string& path);

  // What the plan is compiled with.
  CompileOptions options_for(const Project& project, const std::string& path) const;
  // Whether a folder that is walked leaves the file out.
  bool leaves_out(const Project& project, const std::string& path) const;

 private:
  std::string nearest(const std::string& path);
  std::shared_ptr<const Project> load(const std::string& file);

  const FileSystem& files_;
  SourceSet& sources_;
  ProjectChoice choice_;
  std::string folder_;                                            // of the run
  std::map<std::string, std::string> nearest_;                    // by folder
  std::map<std::string, std::shared_ptr<const Project>> loaded_;  // by file; null: can't be used
};

// What a configuration may name: the guidelines and thresholds of this edition.
ConfigNames config_names(int edition);

// "meso.yaml:7", seen from the folder of the run.
std::string place_text(Span place, const SourceSet& sources);

}  // namespace meso
