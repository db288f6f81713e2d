// Texts and paths as SARIF wants them. Private to its back end.
#pragma once

#include <string>
#include <string_view>

#include <nlohmann/json.hpp>

namespace meso {

// What relative paths are relative to.
inline constexpr std::string_view kBase = "%SRCROOT%";

// Braces would be places for arguments, so they are doubled.
std::string sarif_text(std::string_view text);

// A path as a relative URI reference.
std::string uri_of(std::string_view path);

// An artifactLocation. Paths that lead out of the folder of the run have no base.
nlohmann::ordered_json sarif_artifact(const std::string& path);

}  // namespace meso
