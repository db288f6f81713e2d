// A baseline: the findings that were there when somebody began to use the checker. They are told as
// known, and don't fail.
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "compiler/findings/check_report.h"

namespace meso {

struct KnownFinding {
  std::string fingerprint;
  std::string path, code, name, message;  // for people who read the file
};

struct KnownFindings {
  std::vector<KnownFinding> findings;
};

// Why a text can't be used as a baseline.
struct NoBaseline {
  std::string why;             // to stand behind the file's name
  bool other_version = false;  // it is one, of another version of the format
};
std::variant<KnownFindings, NoBaseline> read_known_findings(std::string_view text);

// By path; in the order of the report within one.
std::string write_known_findings(const KnownFindings& known);

// What is open becomes known where the baseline has it.
void mark_known(CheckedFile& file, const std::set<std::string, std::less<>>& fingerprints);
std::set<std::string, std::less<>> fingerprints_of(const KnownFindings& known);

// All that isn't allowed, as a baseline.
KnownFindings known_from(const CheckReport& report);

}  // namespace meso
