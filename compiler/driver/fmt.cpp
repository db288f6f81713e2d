#include "base/text.h"
#include "base/unified_diff.h"
#include "compiler/driver/commands.h"
#include "compiler/driver/inputs.h"
#include "compiler/format/format.h"
#include "compiler/syntax/parse.h"

namespace meso {
namespace {

enum class Outcome { same, changed, failed };

// Errors in the plan are for `meso check`; here they only leave lines as they are.
Formatted format_text(std::string text, const std::string& name) {
  SourceSet sources;
  const FileId id = sources.add(name, std::move(text));
  Sink errors;
  return format(sources[id], parse(sources[id], id, errors));
}

void note_lines_left(const std::string& name, std::size_t lines) {
  if (lines == 0) return;
  notice(name + ": " + counted(static_cast<long>(lines), "line") + " can't be read and " +
         (lines == 1 ? "stays as it is" : "stay as they are") + ": `meso check` says why");
}

Outcome replace(const std::string& path, const std::string& text, FileSystem& files) {
  if (const auto error = files.write(path, text)) {
    notice(path + " can't be written: " + error->reason);
    return Outcome::failed;
  }
  notice("reformatted " + path);
  return Outcome::changed;
}

Outcome format_file(const std::string& path, const FormatOptions& options, FileSystem& files) {
  const bool is_stdin = path == "-";
  const std::string name = is_stdin ? options.stdin_name : path;
  const auto bytes = read_bytes(path, name, files);
  if (!bytes) return Outcome::failed;
  auto text = decode_input(*bytes, name);
  if (!text) return Outcome::failed;
  const Formatted formatted = format_text(*std::move(text), name);
  note_lines_left(name, formatted.lines_left);
  const bool same = formatted.text == *bytes;
  if (options.diff)
    print(unified_diff(name, *bytes, name, formatted.text));
  else if (options.check)
    print(same ? "" : name + "\n");
  else if (is_stdin)
    print(formatted.text);
  else if (!same)
    return replace(path, formatted.text, files);
  return same ? Outcome::same : Outcome::changed;
}

struct Counts {
  long same = 0, changed = 0, failed = 0;

  void add(Outcome outcome) {
    ++(outcome == Outcome::same ? same : outcome == Outcome::changed ? changed : failed);
  }
};

// "1 file reformatted, 8 files left alone"
void print_summary(const Counts& counts, bool only_looks) {
  std::string text;
  if (counts.changed > 0)
    text = counted(counts.changed, "file") + (only_looks ? " would be" : "") + " reformatted";
  if (counts.same > 0)
    text += (text.empty() ? "" : ", ") + counted(counts.same, "file") + " formatted already";
  if (!text.empty()) notice(text);
}

}  // namespace

int run_format(const FormatOptions& options, FileSystem& files) {
  SourceSet configurations;
  Projects projects(files, configurations, options.project);
  bool usable = true;
  const Paths paths = files_of(options.paths, files, ".meso", [&](const std::string& path) {
    const auto project = projects.of(path);
    usable = usable && project != nullptr;
    return project != nullptr && projects.leaves_out(*project, path);
  });
  if (!usable) return kFailed;
  const bool only_looks = options.check || options.diff;
  Counts counts;
  bool any_file = false;
  for (const std::string& path : paths.files) {
    counts.add(format_file(path, options, files));
    any_file = any_file || path != "-";
  }
  if (any_file || only_looks) print_summary(counts, only_looks);
  if (!paths.unread.empty() || counts.failed > 0) return kFailed;
  return only_looks && counts.changed > 0 ? kFindings : kClean;
}

}  // namespace meso
