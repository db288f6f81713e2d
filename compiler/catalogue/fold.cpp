#include "base/text.h"
#include "compiler/catalogue/catalogue.h"

namespace meso {

std::string fold_name(std::string_view name) {
  std::string out;
  out.reserve(name.size());
  for (std::size_t i = 0; i < name.size(); ++i) {
    const bool no_break = name.substr(i, 2) == "\u00A0";
    if (name[i] == '\'') continue;
    if (name[i] == ' ' || name[i] == '\t' || name[i] == '-' || name[i] == '_' || no_break) {
      if (!out.empty() && out.back() != ' ') out.push_back(' ');
      if (no_break) ++i;
      continue;
    }
    out.push_back(to_lower(name[i]));
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
