#include "base/markdown.h"

namespace meso {
namespace {

// Where a line begins, these open lists, headings and rules: "- ", "+ ", "1. ", "2) ", "===".
std::size_t opening_mark(std::string_view text) {
  std::size_t at = text.find_first_not_of(' ');
  if (at == std::string_view::npos) return at;
  if (std::string_view("-+=").find(text[at]) != std::string_view::npos) return at;
  const std::size_t digits = at;
  while (at < text.size() && text[at] >= '0' && text[at] <= '9') ++at;
  const bool numbers = at > digits && at < text.size() && (text[at] == '.' || text[at] == ')');
  return numbers ? at : std::string_view::npos;
}

}  // namespace

std::string escape_markdown(std::string_view text) {
  static constexpr std::string_view kMarks = "\\`*_[]<>#|~&!$^";
  const std::size_t opening = opening_mark(text);
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    if (i == opening || kMarks.find(text[i]) != std::string_view::npos) out += '\\';
    out += byte < 32 || byte == 127 ? ' ' : text[i];
  }
  return out;
}

}  // namespace meso
