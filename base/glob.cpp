#include "base/glob.h"

#include <algorithm>
#include <cstddef>
#include <vector>

namespace meso {
namespace {

std::vector<std::string_view> parts_of(std::string_view path) {
  std::vector<std::string_view> parts;
  while (!path.empty()) {
    const std::size_t slash = std::min(path.find('/'), path.size());
    if (slash > 0) parts.push_back(path.substr(0, slash));
    path.remove_prefix(std::min(slash + 1, path.size()));
  }
  return parts;
}

bool continues_character(char c) { return (static_cast<unsigned char>(c) & 0xC0) == 0x80; }

// Within one name. The last `*` takes more and more until the rest fits: there is no need to try
// the ones before it again.
bool matches_name(std::string_view pattern, std::string_view name) {
  std::size_t p = 0, n = 0, star = pattern.npos, taken = 0;
  while (n < name.size()) {
    if (p < pattern.size() && pattern[p] == '*') {
      star = p++;
      taken = n;
    } else if (p < pattern.size() && pattern[p] == '?') {
      ++p;
      do ++n;
      while (n < name.size() && continues_character(name[n]));
    } else if (p < pattern.size() && pattern[p] == name[n]) {
      ++p, ++n;
    } else if (star != pattern.npos) {
      p = star + 1;
      n = ++taken;
    } else {
      return false;
    }
  }
  return pattern.find_first_not_of('*', p) == pattern.npos;
}

}  // namespace

bool matches_glob(std::string_view pattern, std::string_view path) {
  const auto wanted = parts_of(pattern), given = parts_of(path);
  // reached[n]: the pattern so far matches the first n parts.
  std::vector<bool> reached(given.size() + 1, false);
  reached[0] = true;
  for (const std::string_view part : wanted) {
    std::vector<bool> next(given.size() + 1, false);
    for (std::size_t n = 0; n <= given.size(); ++n) {
      if (part == "**")
        next[n] = reached[n] || (n > 0 && next[n - 1]);
      else if (n > 0)
        next[n] = reached[n - 1] && matches_name(part, given[n - 1]);
    }
    reached = std::move(next);
  }
  return std::find(reached.begin(), reached.end(), true) != reached.end();
}

bool is_glob(std::string_view text) { return text.find_first_of("*?") != text.npos; }

}  // namespace meso
