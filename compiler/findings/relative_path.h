// Paths as outputs name them: from the folder of the run, so that the same plans give the same
// bytes on every machine.
#pragma once

#include <string>
#include <string_view>

namespace meso {

// `path` seen from `folder` (absolute, or empty where nobody knows it), with `/` and without `.`
// and needless `..`. Only the texts are looked at, no links.
std::string relative_path(std::string_view path, std::string_view folder);

}  // namespace meso
