// A progress report for people and for programs, one function a format.
#pragma once

#include <string>

#include "runtime/report/report.h"

namespace meso {

std::string report_text(const ProgressReport& report);
// docs/report.schema.json.
std::string report_json(const ProgressReport& report);
// One self-contained page: inline style, charts drawn as SVG, no script, nothing fetched.
std::string report_html(const ProgressReport& report);

}  // namespace meso
