// Text on its way into HTML. Private to the HTML back end.
#pragma once

#include <string>
#include <string_view>

namespace meso::html {

// Any text, inert: markup characters as entities, control characters as blanks.
std::string escape(std::string_view text);
// A name or note by a person: escaped, and isolated so that its writing direction stays its own.
std::string name(std::string_view text);
// Numbers of the sheet's own wording: "3 x 6-8" with a times sign and an en dash, escaped.
std::string typeset(std::string_view text);

}  // namespace meso::html
