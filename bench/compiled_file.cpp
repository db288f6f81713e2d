#include "bench/compiled_file.h"

#include <stdexcept>
#include <utility>
#include <variant>

#include "compiler/driver/disk.h"

namespace meso::bench {

Compiled compiled_text(std::string text, const std::string& path) {
  const Disk disk;
  SourceSet sources;
  Sink sink;
  CompileOptions options;
  options.read = library_reader(disk, sources);
  const FileId file = sources.add(path, std::move(text));
  Compiled compiled = compile(sources, file, sink, options);
  if (!compiled.guidelines_checked) throw std::runtime_error(path + " has errors");
  return compiled;
}

Compiled compiled_file(const std::string& path) {
  auto text = Disk().read(path);
  if (!std::holds_alternative<std::string>(text)) throw std::runtime_error(path + " isn't there");
  return compiled_text(std::get<std::string>(std::move(text)), path);
}

}  // namespace meso::bench
