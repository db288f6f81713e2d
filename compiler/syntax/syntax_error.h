// Turns a line that couldn't be read into one message that a coach can act on.
#pragma once

#include "compiler/diag/diagnostic.h"
#include "compiler/syntax/line_parser.h"

namespace meso {

// `line` failed as `kind` at `stop`.
void report_bad_line(LineKind kind, LineInput line, const Stop& stop, FileId file, Sink& sink);
// `line` opens with no keyword and holds no prescription. Gives the kind it was probably meant to
// be (so that what follows still finds its place), or `unknown`.
LineKind report_unknown_line(LineInput line, FileId file, Sink& sink);

}  // namespace meso
