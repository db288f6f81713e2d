// `Disk::list`: the files below a folder.
#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>

#include <algorithm>
#include <cerrno>
#include <memory>
#include <utility>

#include "base/text.h"
#include "compiler/driver/disk.h"
#include "compiler/driver/system_error.h"

namespace meso {
namespace {

struct CloseFolder {
  void operator()(DIR* folder) const { ::closedir(folder); }
};

enum class EntryKind { file, folder, other };

EntryKind kind_behind(int folder, const char* name, int flags) {
  struct stat info {};
  if (::fstatat(folder, name, &info, flags) != 0) return EntryKind::other;
  if (S_ISREG(info.st_mode)) return EntryKind::file;
  return S_ISDIR(info.st_mode) ? EntryKind::folder : EntryKind::other;
}

// The folder's entry says it for most file systems; a link counts when a file stands behind it.
EntryKind kind_of(int folder, const dirent& entry) {
  if (entry.d_type == DT_REG) return EntryKind::file;
  if (entry.d_type == DT_DIR) return EntryKind::folder;
  if (entry.d_type != DT_UNKNOWN && entry.d_type != DT_LNK) return EntryKind::other;
  if (entry.d_type == DT_UNKNOWN &&
      kind_behind(folder, entry.d_name, AT_SYMLINK_NOFOLLOW) == EntryKind::folder)
    return EntryKind::folder;
  return kind_behind(folder, entry.d_name, 0) == EntryKind::file ? EntryKind::file
                                                                 : EntryKind::other;
}

struct Found {
  std::vector<std::string> files;
  std::vector<std::string> folders;  // still to be looked into
};

std::string below(const std::string& folder, std::string_view name) {
  if (folder == ".") return std::string(name);
  return folder + (folder.ends_with('/') ? "" : "/") + std::string(name);
}

// Adds what stands directly in the folder; gives errno's value, or 0.
int look_into(const std::string& path, std::string_view ending, Found& found) {
  const std::unique_ptr<DIR, CloseFolder> folder(::opendir(path.c_str()));
  if (folder == nullptr) return errno;
  const int number = ::dirfd(folder.get());
  for (;;) {
    errno = 0;
    const dirent* entry = ::readdir(folder.get());
    if (entry == nullptr) return errno;
    const std::string_view name = entry->d_name;
    if (name.starts_with('.')) continue;
    const EntryKind kind = kind_of(number, *entry);
    if (kind == EntryKind::folder) found.folders.push_back(below(path, name));
    if (kind == EntryKind::file && name.ends_with(ending)) found.files.push_back(below(path, name));
  }
}

}  // namespace

IoResult<std::vector<std::string>> Disk::list(const std::string& folder,
                                              std::string_view ending) const {
  Found found;
  found.folders.push_back(folder);
  while (!found.folders.empty()) {
    const std::string path = std::move(found.folders.back());
    found.folders.pop_back();
    const int code = look_into(path, ending, found);
    if (code == 0) continue;
    // A folder that can't be looked into isn't an empty one: "no findings" would be a lie.
    if (path == folder) return system_error(code);
    return IoError{"holds a folder that can't be read, " + quoted(path) + ": " +
                   system_error(code).reason};
  }
  std::sort(found.files.begin(), found.files.end());
  return std::move(found.files);
}

}  // namespace meso
