// Tree -> canonical text: one blank between words, columns for what coaches compare, two spaces a
// level of the outline. docs/formatting.md has the form.
#pragma once

#include <cstddef>
#include <string>

#include "compiler/source/source.h"
#include "compiler/syntax/tree.h"

namespace meso {

struct Formatted {
  std::string text;
  std::size_t lines_left = 0;  // as they were, since they can't be read
};

// Never fails. Tokens and comments stay the same in the same order; formatting the result again
// changes nothing. `tree` is what parse() made of `file`.
Formatted format(const SourceFile& file, const Tree& tree);

}  // namespace meso
