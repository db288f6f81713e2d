// Random entries for property tests: of every kind, as the program may write them.
#pragma once

#include <rapidcheck.h>

#include <vector>

#include "runtime/journal/journal.h"

namespace meso::test {

// Names and texts are literals, so that entries own nothing.
rc::Gen<std::vector<Entry>> entries();
rc::Gen<std::vector<DoneSet>> done_sets();

}  // namespace meso::test
