// How deep each line stands: by the outline, never by the indentation that it had.
#pragma once

#include <cstdint>
#include <vector>

#include "compiler/syntax/tree.h"

namespace meso {

// The level of every statement, 0 at the margin. Settings stand one level below the plan or library
// that they follow, though the outline has them at the top.
std::vector<std::uint32_t> levels_of(const Tree& tree);

}  // namespace meso
