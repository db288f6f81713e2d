// Paths as texts: no file is looked at, no link followed.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace meso {

// Without `.`, `name/..` and needless `/`, so that one file has one path however it is reached.
std::string plain_path(std::string_view path);

// With its last `/`; empty where the path has none.
std::string folder_of(std::string_view path);
std::string file_name(std::string_view path);

// `path` as seen from the folder, which is absolute, or empty where nobody knows it.
std::string absolute_path(std::string_view path, std::string_view folder);
// The way back: seen from the folder, with as many `..` as it needs.
std::string relative_path(std::string_view path, std::string_view folder);

}  // namespace meso
