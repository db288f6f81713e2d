// A text's lines, whatever ends them: LF, CRLF or a lone CR.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace meso {

// Where each line begins, in bytes. A text that ends with a line ending has an empty last line.
std::vector<std::uint32_t> line_starts_of(std::string_view text);

// The line (from 0) without its line ending.
std::string_view line_of(std::string_view text, const std::vector<std::uint32_t>& starts,
                         std::size_t line);

}  // namespace meso
