// What changed from one text to another, line by line, in the form that `patch` and reviewers read.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace meso {

// Empty when the texts are equal. Quick on megabytes that changed throughout, too: the changes shown
// are right, and not always the fewest.
std::string unified_diff(std::string_view old_name, std::string_view old_text,
                         std::string_view new_name, std::string_view new_text,
                         std::size_t context = 3);

}  // namespace meso
