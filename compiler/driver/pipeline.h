// Text -> plan with everything that is to be said of it: read, parse, build, lower, check. One
// function, used by every command (and later by the language server).
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "compiler/catalogue/catalogue.h"
#include "compiler/diag/diagnostic.h"
#include "compiler/guidelines/guideline.h"
#include "compiler/model/model.h"
#include "compiler/driver/libraries.h"
#include "compiler/source/source.h"
#include "compiler/syntax/tree.h"
#include "runtime/edition.h"
#include "runtime/plan.h"

namespace meso {

struct Compiled {
  FileId file;
  Tree tree;
  std::vector<Tree> libraries;  // that it uses, each behind those that it uses itself
  Model model;
  Plan plan;
  const Edition* edition = nullptr;  // in force; the plan's, or the oldest where it names none
  std::vector<Allowed> allowed;      // findings that an `allow` covers
  bool is_sound = false;             // a plan, no library, and without errors of its own
  bool guidelines_checked = false;   // held back while it isn't sound
};

// Diagnostics of this file and its libraries go to the sink, sorted. The athlete's level wins over
// the plan's. `read` finds what `use` names; it may add to `sources`.
Compiled compile(const SourceSet& sources, FileId file, const Catalogue& catalogue, Sink& sink,
                 std::optional<Level> athlete_level = std::nullopt, const ReadLibrary& read = {});
// The same without guidelines: for whoever runs the plan and knows what it is.
Compiled compile_unchecked(const SourceSet& sources, FileId file, const Catalogue& catalogue,
                           Sink& sink, std::optional<Level> athlete_level = std::nullopt,
                           const ReadLibrary& read = {});

}  // namespace meso
