// Text -> plan with everything that is to be said of it: read, parse, build, lower, check. One
// function, used by every command (and later by the language server).
#pragma once

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "compiler/data/config.h"
#include "compiler/diag/diagnostic.h"
#include "compiler/guidelines/guideline.h"
#include "compiler/model/model.h"
#include "compiler/driver/libraries.h"
#include "compiler/source/source.h"
#include "compiler/syntax/tree.h"
#include "runtime/edition.h"
#include "runtime/plan.h"

namespace meso {

// What a plan is compiled with beside its text.
struct CompileOptions {
  ReadLibrary read;  // finds what `use` names; it may add to the sources
  std::vector<Setting<std::string>>
      libraries;                       // paths of those that every plan of the project uses
  std::optional<Level> athlete_level;  // wins over the plan's
  std::span<const Edition> editions = meso::editions();
  std::optional<Setting<int>> edition;  // that the project requires, and of plans that name none
  std::span<const Guideline* const> guidelines = all_guidelines();
  std::shared_ptr<const GuidelineSettings> settings;
  std::optional<Date> today;  // see GuidelineOptions
};

// A file and what it uses, as trees. Texts are added to the sources here and nowhere later.
struct Parsed {
  FileId file;
  Tree tree;
  std::vector<Tree> libraries;  // that it uses, each behind those that it uses itself
  Sink sink;                    // what was found so far
};
Parsed parse_with_libraries(const SourceSet& sources, FileId file, const CompileOptions& options);

struct Compiled {
  FileId file;
  Tree tree;
  std::vector<Tree> libraries;
  Model model;
  Plan plan;
  const Edition* edition = nullptr;  // in force; the plan's, or the oldest where it names none
  std::vector<Allowed> allowed;      // findings that an `allow` covers
  bool is_sound = false;             // a plan, no library, and without errors of its own
  bool guidelines_checked = false;   // held back while it isn't sound
};

// Diagnostics of this file and its libraries go to the sink, sorted.
Compiled compile(const SourceSet& sources, Parsed parsed, Sink& sink,
                 const CompileOptions& options);
Compiled compile(const SourceSet& sources, FileId file, Sink& sink,
                 const CompileOptions& options = {});
// The same without guidelines: for whoever runs the plan and knows what it is.
Compiled compile_unchecked(const SourceSet& sources, FileId file, Sink& sink,
                           const CompileOptions& options = {});

}  // namespace meso
