// Random plans that say something: names are defined, percentages have their maxes, rules fit their
// lines. Shrinks by leaving lines out and by smaller numbers.
#pragma once

#include <rapidcheck.h>

#include <string>

namespace meso::test {

// A whole plan, `plan` line included, without findings of the language (guidelines may have some).
rc::Gen<std::string> plan_text();

}  // namespace meso::test
