// How wide a text prints, near enough to know where it wraps: the sheet's font is Arial or one of
// its metric equals (Liberation Sans, Helvetica), whose widths are public.
#pragma once

#include <string_view>

namespace meso {

struct Type {
  double points = 9;
  bool bold = false;
};

double width_mm(std::string_view text, Type type);
// Lines that the text takes when it wraps at blanks; a word longer than a line is broken.
// Nothing takes no line.
int lines_in(std::string_view text, double width, Type type);

}  // namespace meso
