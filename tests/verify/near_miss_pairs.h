// Two plans one line apart, one proved and one not, as tests/verify/pairs holds them.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "compiler/verify/verify.h"
#include "tests/support/compile_text.h"

namespace meso::test {

struct NearMissPair {
  std::string name, property, good, bad;  // as the header says
  std::string good_plan, bad_plan;

  bool tells_day() const { return bad.find(" on day ") != std::string::npos; }
};

std::vector<NearMissPair> near_miss_pairs();  // by name
std::optional<Property> property_of(const std::string& name);
// "proved", "refuted", "refuted on day 3".
std::string outcome(const CompiledText& plan, Property property, bool with_day,
                    SeededFault fault = SeededFault::none);

}  // namespace meso::test
