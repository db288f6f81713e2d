// Where the findings of a check go: one output to standard output, any number to files.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "compiler/findings/formats.h"
#include "compiler/source/file_system.h"

namespace meso {

struct CheckOutput {
  std::string format = "text";
  std::string file;  // empty: standard output
};

// "sarif=out/meso.sarif", "json"; `-` is standard output. Nothing where it is written wrongly.
std::optional<CheckOutput> parse_output(const std::string& text);

// All outputs of a run, with one to standard output: the first that has no file, else text.
// Nothing, and said on stderr, where two would write to one place or over one of the plans.
std::optional<std::vector<CheckOutput>> settle_outputs(const std::string& format,
                                                       const std::vector<CheckOutput>& named,
                                                       const std::vector<std::string>& plans);

// Writes all of them, whichever fails: files first, since whoever reads standard output may go
// away. False, and said on stderr, when one couldn't be written.
bool write_outputs(const std::vector<CheckOutput>& outputs, const CheckReport& report,
                   FindingsStyle style, FileSystem& files);

}  // namespace meso
