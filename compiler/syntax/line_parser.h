// One line against one rule of the grammar. The .cpp files behind this header are the only ones
// that instantiate PEGTL, one a grammar header.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "compiler/syntax/tree.h"

namespace meso {

// A line being read. `text` starts at byte `offset` of its file.
struct LineInput {
  std::string_view text;
  std::uint32_t offset = 0;
};

// Where a line stopped making sense: the farthest place reached, and what could have stood there.
struct Stop {
  std::uint32_t at = 0;  // bytes into the line
  std::vector<std::string_view> expected;
};

struct ParsedLine {
  std::vector<Token>& tokens;  // appended to on success; unchanged on failure
  Stop* stop = nullptr;        // wanted only once a line is known to be bad: good lines go faster
};

// True when the whole line is of this kind.
bool parse_prescription_line(LineKind kind, LineInput line, ParsedLine& result);
bool parse_logic_line(LineKind kind, LineInput line, ParsedLine& result);
bool parse_structure_line(LineKind kind, LineInput line, ParsedLine& result);
// Whichever of the three knows this kind.
bool parse_line(LineKind kind, LineInput line, ParsedLine& result);

// A longer line (in bytes, the blanks in front left out) is no line of a plan.
inline constexpr std::size_t kLongestLine = 4000;
// A line as parse() reads it: the first kind that takes all of it, of those that its first word may
// open, then of exercises. Its tokens are appended; nothing where no kind takes it.
std::optional<LineKind> recognise(LineInput line, std::vector<Token>& tokens);

bool holds_prescription(std::string_view text);

}  // namespace meso
