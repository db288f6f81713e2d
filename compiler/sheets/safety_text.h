// What every sheet says about safety: fixed wording, the same for each plan.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "compiler/sheets/document.h"

namespace meso {

std::string_view stop_line();
std::vector<StopSection> stop_sections();
// `by` may be empty.
std::string assumptions_line(std::string_view by, int edition);
// The same for a sheet that says what soreness is where it speaks of it, and nowhere else.
std::string assumptions_without_soreness(std::string_view by, int edition);

}  // namespace meso
