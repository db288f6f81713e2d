// Text of users as a terminal may show it: nothing in it moves the cursor, hides or turns round
// what stands beside it.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace meso {

// Appends `text` with tabs as four blanks and with control characters, stray bytes, line and
// direction marks as escapes (`\x1b`, `\u{202e}`).
void append_shown(std::string& out, std::string_view text);

// The terminal columns that append_shown's text takes.
std::size_t shown_width(std::string_view text);

}  // namespace meso
