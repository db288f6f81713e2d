// What can be said only once all of a plan was read: names that are waited for, its length, what it
// lacks.
#pragma once

#include "compiler/model/reading.h"

namespace meso {

// `r.tree` is the plan's own file. Fills in the edition where the plan names none.
void check_whole(Reading& r);

}  // namespace meso
