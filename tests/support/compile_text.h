// A plan's text through the whole pipeline, in memory.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "compiler/diag/render_text.h"
#include "compiler/driver/disk.h"
#include "compiler/driver/pipeline.h"
#include "tests/support/memory_file_system.h"

namespace meso::test {

struct CompiledText {
  SourceSet sources;
  Compiled compiled;
  Sink sink;

  const Plan& plan() const { return compiled.plan; }
  std::string rendered() const { return render_text(sink.all(), sources, {}); }
  // The name of each finding's kind, in order.
  std::vector<std::string> kinds() const {
    std::vector<std::string> out;
    for (const Diagnostic& d : sink.all()) out.emplace_back(d.kind.name);
    return out;
  }
  std::vector<std::string> messages() const {
    std::vector<std::string> out;
    for (const Diagnostic& d : sink.all()) out.push_back(d.message);
    return out;
  }
  bool has(std::string_view kind) const {
    const std::vector<std::string> all = kinds();
    return std::find(all.begin(), all.end(), kind) != all.end();
  }
};

// `files` hold the libraries that it uses.
inline CompiledText compile_text(std::string text, std::string path = "plan.meso",
                                 const FileSystem& files = MemoryFileSystem(),
                                 CompileOptions options = {}) {
  CompiledText out;
  const FileId file = out.sources.add(std::move(path), std::move(text));
  options.read = library_reader(files, out.sources);
  out.compiled = compile(out.sources, file, out.sink, options);
  return out;
}

// A plan on the disk, with the libraries beside it.
inline CompiledText compile_file(const std::string& path) {
  const Disk disk;
  return compile_text(std::get<std::string>(disk.read(path)), path, disk);
}

// A plan of one block of two weeks with one session: `head` stands above it, `lines` in it.
inline std::string small_plan(std::string_view head, std::string_view lines = "back squat 3x5") {
  return "plan \"P\"\n  guidelines 2026\n" + std::string(head) +
         "\nblock \"B\" 2 weeks\n  session \"A\"\n" + std::string(lines) + "\n";
}

}  // namespace meso::test
