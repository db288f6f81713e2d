// A library of templates as coaches keep it: the examples, each many times over with small changes.
#pragma once

#include <filesystem>

namespace meso::bench {

// Writes so many plans to the folder, in the order of the examples, with what they `use` beside
// them. Most plans differ in a few numbers; some lack a line, have one twice, or are misspelled.
void write_mutated_library(const std::filesystem::path& examples,
                           const std::filesystem::path& folder, int plans);

}  // namespace meso::bench
