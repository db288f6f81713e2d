// The first look at a file: which gates, rules, schemes, sessions and blocks it defines. Names are
// known before anything that uses them is read, so their order in the file is free.
#pragma once

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "compiler/model/reading.h"

namespace meso {

// Where each name first stands, over all files of a plan.
using FirstNames = std::map<std::pair<LineKind, std::string>, Span>;

// What one file defines, by statement.
struct Registered {
  const Tree* tree = nullptr;
  std::vector<std::pair<std::uint32_t, GateId>> gates;
  std::vector<std::pair<std::uint32_t, RuleId>> rules;
  std::vector<std::pair<std::uint32_t, SchemeId>> schemes;
  std::vector<std::pair<std::uint32_t, BlockId>> blocks;
};

// Looks at the top-level statements of the file that is being read (`r.tree`).
Registered register_names(Reading& r, FirstNames& first);
void check_limits(Reading& r);

}  // namespace meso
