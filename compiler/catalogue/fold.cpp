#include "base/text.h"
#include "compiler/catalogue/catalogue.h"

namespace meso {

std::string fold_name(std::string_view name) {
  std::string out;
  out.reserve(name.size());
  for (std::size_t i = 0; i < name.size();) {
    const std::size_t blank = blank_length(name, i);
    const bool gap = blank != 0 || name[i] == '-' || name[i] == '_';
    if (gap && !out.empty() && out.back() != ' ') out.push_back(' ');
    if (!gap && name[i] != '\'') out.push_back(to_lower(name[i]));
    i += blank == 0 ? 1 : blank;
  }
  if (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

std::uint32_t hash_name(std::string_view folded) {
  std::uint32_t hash = 2166136261u;  // FNV-1a
  for (const char c : folded) hash = (hash ^ static_cast<unsigned char>(c)) * 16777619u;
  return hash;
}

}  // namespace meso
