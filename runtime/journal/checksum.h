// What tells whether a record is still as it was written.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace meso {

// CRC-32 of the text with LF for each of its line ends, so that an editor that changes those
// changes no checksum.
std::uint32_t checksum(std::string_view text);
std::string checksum_text(std::uint32_t sum);  // eight digits: "09e4f7d1"

}  // namespace meso
