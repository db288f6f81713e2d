// Where a blank stands: between any two pieces, but for the few of one table.
#pragma once

#include <cstddef>
#include <span>

#include "compiler/format/pieces.h"

namespace meso {

// Before the piece at `index`, which isn't the first.
bool blank_before(std::span<const Piece> pieces, std::size_t index);

}  // namespace meso
