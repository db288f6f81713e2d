// What to say of a command line that can't be carried out.
#pragma once

#include <CLI/CLI.hpp>

namespace meso {

// Says what is wrong in words of our own, with the nearest thing that exists; the code to end with.
// A call for help is answered.
int report_misuse(const CLI::ParseError& error, const CLI::App& app);

}  // namespace meso
