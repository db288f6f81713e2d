#include "compiler/driver/fix.h"

#include "base/text.h"
#include "compiler/diag/apply_fixes.h"
#include "compiler/driver/pipeline.h"
#include "compiler/driver/terminal.h"

namespace meso {
namespace {

constexpr int kMostRounds = 10;  // a mended line may show what stood behind its mistake

struct Mended {
  std::string text;
  std::vector<std::string> done;  // "line 3: write `2.5`"
};

struct FixOptions {
  const ProjectChoice& project;
  bool suggested;
};

// Of a project that can't be used nothing is mended: the check says why.
Mended mend(const std::string& path, std::string text, const FixOptions& options,
            const FileSystem& files) {
  Mended out{std::move(text), {}};
  for (int round = 0; round < kMostRounds; ++round) {
    SourceSet sources;
    const FileId file = sources.add(path, out.text);
    Projects projects(files, sources, options.project);
    const auto project = projects.of(path);
    if (project == nullptr) break;
    Sink sink;
    compile(sources, file, sink, projects.options_for(*project, path));
    FixedText fixed = apply_fixes(out.text, file, sink.all(), options.suggested);
    if (fixed.applied.empty()) break;
    for (const Fix& fix : fixed.applied)
      out.done.push_back("line " + std::to_string(sources.place(fix.span).line) + ": " + fix.what);
    out.text = std::move(fixed.text);
  }
  return out;
}

bool fix_file(const std::string& path, const FixOptions& options, FileSystem& files) {
  IoResult<std::string> bytes = files.read(path);
  if (std::holds_alternative<IoError>(bytes)) return true;
  auto text = decode(std::move(std::get<std::string>(bytes)));
  if (std::holds_alternative<DecodeError>(text)) return true;
  const Mended mended = mend(path, std::move(std::get<std::string>(text)), options, files);
  if (mended.done.empty()) return true;
  if (const auto error = files.write(path, mended.text)) {
    notice(path + " can't be written: " + error->reason);
    return false;
  }
  for (const std::string& done : mended.done) notice("fixed " + path + ", " + done);
  return true;
}

}  // namespace

bool fix_files(const std::vector<std::string>& paths, const ProjectChoice& project, bool suggested,
               FileSystem& files) {
  bool all_written = true;
  for (const std::string& path : paths) {
    if (path == "-")
      notice("--fix mends files; standard input is only checked");
    else
      all_written = fix_file(path, {project, suggested}, files) && all_written;
  }
  return all_written;
}

}  // namespace meso
