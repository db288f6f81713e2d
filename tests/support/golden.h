// Expected texts as files under tests/, so that a change of wording is read as a diff.
#pragma once

#include <string>
#include <string_view>

namespace meso::test {

// Fails the test, and prints the lines that differ, unless `actual` is what tests/`file` holds.
// With UPDATE_GOLDENS=1 in the environment the file is written instead.
void check_golden(std::string_view actual, const std::string& file);

// The lines of two texts side by side: ` ` kept, `-` expected only, `+` found only; long stretches
// of equal lines are left out. Empty when the texts are equal.
std::string line_diff(std::string_view expected, std::string_view actual);

// The whole of a file; nothing is read as empty text.
std::string read_whole(const std::string& path);

}  // namespace meso::test
