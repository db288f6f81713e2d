// The differences between two lists of facts. Private to compiler/compare.
#pragma once

#include <vector>

#include "compiler/compare/compare.h"
#include "compiler/compare/told.h"

namespace meso {

// Fact by fact, in the order of `after`; what only `before` tells comes last.
std::vector<Difference> compare_facts(const std::vector<Fact>& before,
                                      const std::vector<Fact>& after);

// One entry of a list against another, each called `what`.
std::vector<Difference> compare_values(const std::string& what,
                                       const std::vector<std::string>& before,
                                       const std::vector<std::string>& after);

// Where an item of a list stands now: "after X", or "first".
std::string new_place(const std::vector<std::string>& names, std::size_t at);

}  // namespace meso
