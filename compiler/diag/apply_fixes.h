// Fixes become text: the edits that diagnostics offer, applied to one file.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "compiler/diag/diagnostic.h"

namespace meso {

struct FixedText {
  std::string text;
  std::vector<Fix> applied;  // in the order of the file
};

// Applies what is safe; with `suggested` also the only suggestion of a diagnostic. Of edits that
// overlap the first is applied: the others are offered again once the text is read anew.
FixedText apply_fixes(std::string_view text, FileId file,
                      const std::vector<Diagnostic>& diagnostics, bool suggested);

}  // namespace meso
