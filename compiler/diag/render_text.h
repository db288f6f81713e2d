// Diagnostics as a person reads them in a terminal. The layout is rustc's; see docs/diagnostics.md.
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
//     ::: plan.meso:3:6
//      |
//    3 | rule linear(step)
//      |      ------------ the rule
//      |
//      = note: ...
//      = help: ...
//      = fix: write `linear(5%)`
//      = guideline: meso explain load-jump
//
// Related places on the primary line are shown under it, the others after it in the order told,
// with `-` under theirs. A span of several lines is cut to its first; an empty one gets one `^`.
// Suggested fixes that the message or the help names already aren't repeated.
//
// Underlines follow display width; tabs are shown as blanks; long lines are cut round the span
// (at most 120 columns shown, `...` where cut); control characters are shown as escapes.
void render_text(const Diagnostic& diagnostic, const SourceSet& sources, TextStyle style,
                 std::string& out);

// All of them in order, blank lines between. At most 100 a file are shown (errors before others);
// the rest are counted in a line "... and 23 more in plan.meso".
std::string render_text(const std::vector<const Diagnostic*>& diagnostics, const SourceSet& sources,
                        TextStyle style);
std::string render_text(const std::vector<Diagnostic>& diagnostics, const SourceSet& sources,
                        TextStyle style);

}  // namespace meso
