// What a rule asks and does against the line that calls it: a set that isn't done, a bound that is
// passed at the start, a load where there is none.
#pragma once

#include "compiler/model/reading.h"

namespace meso {

void check_calls(Reading& r, const WrittenLine& line);

}  // namespace meso
