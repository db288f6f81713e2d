// Patterns of paths, as .gitignore has them.
#pragma once

#include <string_view>

namespace meso {

// `*` and `?` stand for anything but `/`, `**` for any folders. A pattern that matches a folder
// matches all that is below it.
bool matches_glob(std::string_view pattern, std::string_view path);

// Whether it is a pattern at all.
bool is_glob(std::string_view text);

}  // namespace meso
