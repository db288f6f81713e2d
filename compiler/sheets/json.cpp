#include "compiler/sheets/back_ends.h"

namespace meso {

std::string write_json(const BackEndInput& input);

// The contract itself, not the sheets: what a program reads.
std::string write_json(const BackEndInput& input) { return plan_json(input.plan, input.places); }

}  // namespace meso
