// Text that must not become markup in a Markdown document.
#pragma once

#include <string>
#include <string_view>

namespace meso {

// Every character that could be markup is escaped, wherever the text stands, and a line end (which
// could open a heading or a table) becomes a blank.
std::string escape_markdown(std::string_view text);

}  // namespace meso
