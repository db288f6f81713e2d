#include "compiler/findings/sarif_text.h"

namespace meso {
namespace {

bool stays_in_a_uri(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
         std::string_view("-._~/").find(c) != std::string_view::npos;
}

}  // namespace

std::string sarif_text(std::string_view text) {
  std::string out;
  for (const char c : text) {
    out += c;
    if (c == '{' || c == '}') out += c;
  }
  return out;
}

std::string uri_of(std::string_view path) {
  constexpr std::string_view kDigits = "0123456789ABCDEF";
  std::string out;
  for (const char c : path) {
    const auto byte = static_cast<unsigned char>(c);
    if (stays_in_a_uri(c))
      out += c;
    else
      out += {'%', kDigits[byte >> 4], kDigits[byte & 15]};
  }
  return out;
}

nlohmann::ordered_json sarif_artifact(const std::string& path) {
  const bool leads_out = path.starts_with("..") || path.starts_with('/');
  nlohmann::ordered_json out = {{"uri", uri_of(path)}};
  if (!leads_out) out["uriBaseId"] = kBase;
  return out;
}

}  // namespace meso
