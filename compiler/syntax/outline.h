// Which statement belongs to which: by keyword alone, never by indentation.
#pragma once

#include "compiler/diag/diagnostic.h"
#include "compiler/syntax/tree.h"

namespace meso {

// Fills `parent` and `subtree_end` of every statement and reports lines that stand nowhere.
void build_outline(Tree& tree, Sink& sink);

// Does a line of this kind stand anywhere in the tree, read or not?
bool holds(const Tree& tree, LineKind kind);

}  // namespace meso
