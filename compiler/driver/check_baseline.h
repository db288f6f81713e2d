// `meso check --baseline` and `--write-baseline`: the file of known findings.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "compiler/findings/known_findings.h"
#include "compiler/source/file_system.h"

namespace meso {

// A baseline to hold findings against; nothing, and said on stderr, when it can't be used.
std::optional<KnownFindings> read_baseline(const std::string& path, const FileSystem& files);

// Says on stderr what of the baseline is out of date: files that are gone, findings that were
// mended. Only of files that this run has read.
void tell_outdated(const KnownFindings& known, const std::string& path, const CheckReport& report,
                   const FileSystem& files);

// Writes all findings of the run as known, and marks them so in the report. What the file says of
// other plans stays in it as long as these plans are there. False, and said on stderr, when it
// can't be written or would take the place of something that is no baseline.
bool write_baseline(const std::string& path, CheckReport& report, FileSystem& files);

}  // namespace meso
