// `decode` of compiler/source/source.h: from bytes to a Meso text, or to the reason why not.
#include <utility>

#include "base/text.h"
#include "compiler/source/source.h"

namespace meso {
namespace {

std::string invalid_utf8_reason(std::string_view bytes, std::size_t at) {
  const std::string_view before = bytes.substr(0, at);
  std::size_t line = 1, line_start = 0;
  for (std::size_t i = 0; i < before.size(); ++i) {
    const bool crlf = before[i] == '\r' && i + 1 < bytes.size() && bytes[i + 1] == '\n';
    if (before[i] != '\n' && (before[i] != '\r' || crlf)) continue;
    ++line;
    line_start = i + 1;
  }
  return "isn't valid UTF-8 at line " + std::to_string(line) + ", byte " +
         std::to_string(at - line_start + 1) + ": save it as UTF-8";
}

}  // namespace

std::variant<std::string, DecodeError> decode(std::string bytes) {
  if (looks_like_utf16(bytes)) return DecodeError{"is UTF-16: save it as UTF-8"};
  if (bytes.starts_with(kByteOrderMark)) bytes.erase(0, kByteOrderMark.size());
  if (bytes.find('\0') != std::string::npos)
    return DecodeError{
        "isn't a text file (it holds NUL bytes): it has to be plain text, saved as UTF-8"};
  if (const auto at = first_invalid_utf8(bytes))
    return DecodeError{invalid_utf8_reason(bytes, *at)};
  return bytes;
}

}  // namespace meso
