#include "base/path.h"

#include <algorithm>
#include <cstddef>

namespace meso {
namespace {

using Parts = std::vector<std::string_view>;

Parts parts_of(std::string_view path) {
  const bool absolute = path.starts_with('/');
  Parts parts;
  while (!path.empty()) {
    const std::size_t slash = std::min(path.find('/'), path.size());
    const std::string_view part = path.substr(0, slash);
    path.remove_prefix(std::min(slash + 1, path.size()));
    if (part.empty() || part == ".") continue;
    if (part != ".." || ((parts.empty() || parts.back() == "..") && !absolute))
      parts.push_back(part);
    else if (!parts.empty())
      parts.pop_back();
  }
  return parts;
}

std::string joined(const Parts& parts) {
  std::string out;
  for (const std::string_view part : parts) {
    if (!out.empty()) out += '/';
    out += part;
  }
  return out;
}

}  // namespace

std::string plain_path(std::string_view path) {
  return (path.starts_with('/') ? "/" : "") + joined(parts_of(path));
}

std::string folder_of(std::string_view path) {
  const std::size_t slash = path.rfind('/');
  return slash == path.npos ? std::string() : std::string(path.substr(0, slash + 1));
}

std::string file_name(std::string_view path) {
  return std::string(path.substr(folder_of(path).size()));
}

std::string absolute_path(std::string_view path, std::string_view folder) {
  if (path.starts_with('/')) return plain_path(path);
  return plain_path(std::string(folder) + "/" + std::string(path));
}

std::string relative_path(std::string_view path, std::string_view folder) {
  Parts parts = parts_of(path);
  if (!path.starts_with('/')) return parts.empty() ? "." : joined(parts);
  if (folder.empty()) return "/" + joined(parts);
  const Parts from = parts_of(folder);
  const auto [there, here] = std::mismatch(parts.begin(), parts.end(), from.begin(), from.end());
  Parts out(static_cast<std::size_t>(from.end() - here), "..");
  out.insert(out.end(), there, parts.end());
  return out.empty() ? "." : joined(out);
}

}  // namespace meso
