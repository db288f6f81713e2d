// What tells a finding from all others, also after lines were added above it.
#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <string>

#include "compiler/findings/check_report.h"

namespace meso {

// A fingerprint is made of the code, the path, the text of the line and the part of it that is
// underlined, blanks aside. Where that is all the same, the order in the file decides. Neither line
// numbers nor the words of the message go in: a new version may say the same better.
class Fingerprints {
 public:
  // Sixteen hexadecimal digits, given to no other finding of this run. In the order of the report.
  std::string of(const CheckReport& report, const Diagnostic& diagnostic);

 private:
  std::map<std::string, std::uint32_t> next_;  // by what it is made of: so many had it before
  std::set<std::string> given_;
};

}  // namespace meso
