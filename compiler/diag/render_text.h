// Diagnostics as a person reads them in a terminal (the layout is rustc's; see docs/diagnostics.md).
#pragma once

#include <string>
#include <vector>

#include "compiler/diag/diagnostic.h"
#include "compiler/source/source.h"

namespace meso {

struct TextStyle {
  bool colour = false;  // meaning never rests on it
};

// One diagnostic:
//
//   error[load-jump M117]: back squat goes up by 25 % at once
//     --> plan.meso:12:30
//      |
//   12 |     back squat   3x5   linear(25%)
//      |                        ^^^^^^^^^^^ 25 % a success
//      |
//     ::: related places in the same form, `-` under theirs where they share the file
//      = note: ...
//      = help: ...
//      = guideline: meso explain load-jump
//
// Underlines follow display width; tabs are shown as blanks; long lines are cut round the span
// (at most 120 columns shown, `...` where cut); control characters are shown as escapes.
void render_text(const Diagnostic& diagnostic, const SourceSet& sources, TextStyle style,
                 std::string& out);

// All of them in order, blank lines between. At most 100 a file are shown (errors before others);
// the rest are counted in a line "... and 23 more in plan.meso".
std::string render_text(const std::vector<Diagnostic>& diagnostics, const SourceSet& sources,
                        TextStyle style);

}  // namespace meso
