// A finding in one line, and what else can be said of it in some more.
#pragma once

#include <string>

#include "compiler/findings/check_report.h"

namespace meso {

// "plan.meso:12:30: error[load-jump M117] back squat goes up by 25 % at once"; of a known finding
// `known` stands for the severity. Without a line end.
std::string concise_line(const CheckReport& report, const Finding& finding);

// Notes, help and how to read more, a line each: what a viewer shows under the message.
std::string details(const Diagnostic& diagnostic);

}  // namespace meso
