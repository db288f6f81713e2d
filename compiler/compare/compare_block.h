// One block against another. Private to compiler/compare.
#pragma once

#include "compiler/compare/compare.h"
#include "compiler/compare/told.h"

namespace meso {

BlockDifferences compare_blocks(const ToldBlock& before, const ToldBlock& after,
                                const std::vector<std::string>& groups);
// A block that only one version has: its length and sessions.
BlockDifferences lone_block(const ToldBlock& block, How how);

std::vector<std::string> session_names(const ToldBlock& block);

}  // namespace meso
