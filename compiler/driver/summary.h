// The lines that end a check: what was allowed, and how much was found.
#pragma once

#include <cstddef>
#include <string>

#include "compiler/driver/pipeline.h"

namespace meso {

struct Tally {
  std::size_t errors = 0, warnings = 0, notes = 0, allowed = 0, unchecked = 0, libraries = 0;

  void add(const Sink& sink, const Compiled& compiled);
};

// "4 files: 1 error, 2 warnings" or "1 file: no findings".
std::string summary_text(const Tally& tally, std::size_t files);
// One line a finding that an `allow` covers, with the author's reason.
std::string allowed_text(const Compiled& compiled, const SourceSet& sources);

}  // namespace meso
