// The formats that findings are written in. Adding one is a file with its function and a line in
// all.def; docs/adding-a-back-end.md.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "compiler/findings/check_report.h"

namespace meso {

// For people only: programs get everything, and no colour.
struct FindingsStyle {
  bool colour = false;
  bool quiet = false;  // neither what is allowed nor a summary
};

struct FindingsFormat {
  std::string_view name;  // what `--output` takes: "sarif"
  std::string (*write)(const CheckReport&, FindingsStyle);
};

// In the order of all.def; the first is the default.
std::span<const FindingsFormat> findings_formats();
// The format of this name, or nothing.
const FindingsFormat* findings_format(std::string_view name);

// The parts of the text format, for who tells one file after the other.
std::string file_text(const CheckReport& report, const CheckedFile& file, FindingsStyle style);
std::string summary_text(const CheckReport& report);

// What a person sees of a run of GitHub Actions: a Markdown table of what is open. Empty where
// there is nothing to say.
std::string github_step_summary(const CheckReport& report);

}  // namespace meso
